import { testSet } from './test-set.js';

testSet('int-spec', __filename);
