import { transitions, type Broadcast } from './broadcast.js';

/** Clears everything that an approval stores. */
const noApproval = {
  decidedBy: undefined,
  decidedAt: undefined,
  decisionNote: undefined,
  planned: undefined,
  heldUntil: undefined,
  movedIn: undefined,
};

/** What an edit leaves: a draft, neither submitted nor approved. What was enrolled must be deleted with it. */
export const voided = ({ planned }: Pick<Broadcast, 'planned'>): Partial<Broadcast> => ({
  state: transitions.edit.to,
  submittedBy: undefined,
  submittedAt: undefined,
  submittedCount: undefined,
  contentHash: undefined,
  areaVersions: undefined,
  publishedArea: undefined,
  ...(planned === undefined ? {} : noApproval),
});
