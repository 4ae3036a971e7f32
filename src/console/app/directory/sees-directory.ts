import type { Right } from '../../../staff/rights.js';
import type { SignedIn } from '../api/answers.js';
import { mayI } from '../session/may-i.js';

const oneOf: readonly Right[] = ['source.read', 'phone.look-up', 'person.export', 'person.erase'];

/** Whether the directory page has something for this user. */
export const seesDirectory = (member: Pick<SignedIn, 'may'> | undefined): boolean =>
  oneOf.some((right) => mayI(member, right));
