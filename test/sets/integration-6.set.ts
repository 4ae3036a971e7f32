import { testSet } from './test-set.js';

testSet('int-spec', 6, 6);
