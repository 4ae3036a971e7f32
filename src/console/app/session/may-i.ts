import type { Right } from '../../../staff/rights.js';
import type { SignedIn } from '../api/answers.js';

/** Whether this person has the right. The API refuses what they may not; a page only spares them the refusal. */
export const mayI = (member: Pick<SignedIn, 'may'> | undefined, right: Right): boolean =>
  member?.may.includes(right) ?? false;
