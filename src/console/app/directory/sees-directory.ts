import type { Right } from '../../../staff/rights.js';
import type { SignedIn } from '../api/answers.js';
import { mayI } from '../session/may-i.js';

const oneOf: readonly Right[] = ['source.read', 'phone.look-up', 'person.export', 'person.erase'];

/** Whether the page of the directory has something for this person. */
export const seesDirectory = (member: Pick<SignedIn, 'may'> | undefined): boolean =>
  oneOf.some((right) => mayI(member, right));
