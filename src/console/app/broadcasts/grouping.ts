import type { BroadcastState, BroadcastSummary } from '../api/answers.js';

export const groups = ['to-approve', 'under-way', 'unfinished', 'over'] as const;
export type Group = (typeof groups)[number];

const groupOf: Record<BroadcastState, Group> = {
  'pending-approval': 'to-approve',
  scheduled: 'under-way',
  approved: 'under-way',
  sending: 'under-way',
  paused: 'under-way',
  draft: 'unfinished',
  returned: 'unfinished',
  completed: 'over',
  rejected: 'over',
  cancelled: 'over',
  missed: 'over',
};

/** Groups broadcasts by what has to be done with them, those to approve first. The order within a group is kept. */
export function grouped(
  broadcasts: readonly BroadcastSummary[],
): readonly { readonly group: Group; readonly broadcasts: readonly BroadcastSummary[] }[] {
  return groups
    .map((group) => ({ group, broadcasts: broadcasts.filter(({ state }) => groupOf[state] === group) }))
    .filter(({ group, broadcasts: those }) => group === 'to-approve' || those.length > 0);
}
