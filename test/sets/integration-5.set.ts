import { testSet } from './test-set.js';

testSet('int-spec', 5, 6);
