import { VerificationRequired } from '../../verification/verification.js';
import { expected } from './form-input.js';

/** What is shown or done for a visitor who has shown a code lately; undefined for any other, who is asked for a number. */
export async function undefinedIfUnverified<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (expected(error).code === VerificationRequired().code) return undefined;
    throw error;
  }
}
