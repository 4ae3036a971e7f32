import { testSet } from './test-set.js';

testSet('int-spec', 2, 6);
