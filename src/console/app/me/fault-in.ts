import { mayRetry, type Failure } from '../api/failure.js';

/** A refusal of what was typed, which is shown at its field; undefined for any other failure. */
export const faultIn = (failure: Failure | undefined): string | undefined =>
  failure?.kind === 'refused' && !mayRetry(failure) ? failure.problem.title : undefined;
