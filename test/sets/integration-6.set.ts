import { testSet } from './test-set.js';

testSet(__filename);
