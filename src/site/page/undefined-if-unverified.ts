import { VerificationRequired } from '../../verification/verification.js';
import { expected } from './form-input.js';

/** Runs an action for a verified visitor; undefined for an unverified one, who is then asked for a number. */
export async function undefinedIfUnverified<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (expected(error).code === VerificationRequired().code) return undefined;
    throw error;
  }
}
