import { testSet } from './test-set.js';

testSet('int-spec', 3, 6);
