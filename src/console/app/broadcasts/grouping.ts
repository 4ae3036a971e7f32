import type { BroadcastState, Incident } from '../api/answers.js';

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

/** What has to be done first with any broadcast of an incident. */
const firstOf = ({ broadcasts }: Incident): Group =>
  groups.find((group) => broadcasts.some(({ state }) => groupOf[state] === group)) ?? 'over';

/** Groups incidents by what has to be done with them, those to approve first. The order within a group is kept. */
export function grouped(
  incidents: readonly Incident[],
): readonly { readonly group: Group; readonly incidents: readonly Incident[] }[] {
  return groups
    .map((group) => ({ group, incidents: incidents.filter((one) => firstOf(one) === group) }))
    .filter(({ group, incidents: those }) => group === 'to-approve' || those.length > 0);
}
