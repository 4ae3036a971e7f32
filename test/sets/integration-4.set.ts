import { testSet } from './test-set.js';

testSet('int-spec', 4, 6);
