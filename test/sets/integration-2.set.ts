import { integrationSet } from './integration-set.js';

integrationSet(2);
