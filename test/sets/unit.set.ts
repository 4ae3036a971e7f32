import { testSet } from './test-set.js';

testSet('spec', __filename);
