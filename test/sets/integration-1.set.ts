import { testSet } from './test-set.js';

testSet('int-spec', 1, 6);
