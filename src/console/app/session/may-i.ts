import type { Right } from '../../../staff/rights.js';
import type { SignedIn } from '../api/answers.js';

/** Whether this user has the right. The API enforces rights; a page only avoids offering what would be refused. */
export const mayI = (member: Pick<SignedIn, 'may'> | undefined, right: Right): boolean =>
  member?.may.includes(right) ?? false;
