import type { BroadcastState, Incident } from '../api/answers.js';

export const groups = ['to-approve', 'under-way', 'in-force', 'unfinished', 'over'] as const;
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

/**
 * Whether people still live by an alert that went out: no all-clear was approved. Planned work (the routine lane) says
 * itself when it ends.
 */
const isInForce = ({ broadcasts, calledOff }: Incident): boolean => {
  const { kind, lane, state } = broadcasts[0]!;
  return kind === 'alert' && lane !== 'routine' && state === 'completed' && !calledOff;
};

/** What has to be done first with any broadcast of an incident. */
const firstOf = (incident: Incident): Group => {
  const first = groups.find((group) => incident.broadcasts.some(({ state }) => groupOf[state] === group));
  return first === undefined || first === 'over' ? (isInForce(incident) ? 'in-force' : 'over') : first;
};

/** Groups incidents by what has to be done with them, those to approve first. The order within a group is kept. */
export function grouped(
  incidents: readonly Incident[],
): readonly { readonly group: Group; readonly incidents: readonly Incident[] }[] {
  return groups
    .map((group) => ({ group, incidents: incidents.filter((one) => firstOf(one) === group) }))
    .filter(({ group, incidents: those }) => group === 'to-approve' || those.length > 0);
}
