import type { Verification } from '../../verification/verification.js';
import type { PageName } from '../page/page-paths.js';

interface Purpose {
  /** The page where the number was given and can be corrected. */
  readonly from: PageName;
  /** The page to show after the right code. */
  readonly to: PageName;
  /** Whether a landline is accepted, which is then called with its code. */
  readonly landlines: boolean;
}

/** The purposes for which a visitor gives a number. */
export const codePurposes = {
  subscribe: { from: 'topics', to: 'done', landlines: false },
  topics: { from: 'ownTopics', to: 'ownTopics', landlines: false },
  addresses: { from: 'ownAddresses', to: 'ownAddresses', landlines: true },
  check: { from: 'checkNumber', to: 'checkNumber', landlines: true },
} as const satisfies Record<string, Purpose>;

export type CodePurpose = keyof typeof codePurposes;

export const purposeOf = ({ purpose }: Pick<Verification, 'purpose'>): CodePurpose =>
  purpose in codePurposes ? (purpose as CodePurpose) : 'topics';
