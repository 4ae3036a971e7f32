import type { BroadcastState, BroadcastSummary, Incident } from '../api/answers.js';
import { grouped } from './grouping.js';

const broadcast = (id: string, state: BroadcastState): BroadcastSummary => ({
  id,
  kind: 'alert',
  state,
  lane: 'urgent',
  exercise: false,
  channels: 'mobile-first',
  audienceName: id,
  excerpt: 'Vattnet är avstängt.',
  createdAt: '2026-11-23T20:00:00Z',
  expiresAt: '2026-11-24T00:00:00Z',
  percent: 0,
});

const incident = (root: string, ...states: BroadcastState[]): Incident => ({
  root,
  latest: root,
  title: root,
  named: false,
  exercise: false,
  calledOff: false,
  broadcasts: states.map((state, n) => broadcast(`${root}${n}`, state)),
});

describe('grouped', () => {
  const rootsOf = (incidents: readonly Incident[]) =>
    grouped(incidents).map(({ group, incidents: those }) => [group, those.map(({ root }) => root).join()]);

  it('lists what is to approve first, then what is in progress, in force, unfinished, and finished', () => {
    expect(
      rootsOf([
        { ...incident('f', 'completed', 'completed'), calledOff: true },
        incident('e', 'completed'),
        incident('d', 'returned'),
        incident('c', 'paused'),
        incident('b', 'sending'),
        incident('a', 'pending-approval'),
      ]),
    ).toEqual([
      ['to-approve', 'a'],
      ['under-way', 'c,b'],
      ['in-force', 'e'],
      ['unfinished', 'd'],
      ['over', 'f'],
    ]);
  });

  it('puts an incident where any of its broadcasts needs somebody first', () => {
    expect(
      rootsOf([
        incident('a', 'completed', 'draft', 'pending-approval'),
        incident('b', 'completed', 'draft', 'sending'),
        incident('c', 'completed', 'draft'),
        incident('d', 'cancelled', 'completed'),
      ]),
    ).toEqual([
      ['to-approve', 'a'],
      ['under-way', 'b'],
      ['unfinished', 'c'],
      ['over', 'd'],
    ]);
  });

  it('an alert that went out is in force until its all-clear is approved, unless it is planned work', () => {
    const sent = incident('a', 'completed', 'cancelled');
    const of = (more: Partial<BroadcastSummary>) => ({
      ...sent,
      broadcasts: sent.broadcasts.map((one) => ({ ...one, ...more })),
    });
    const groupsOf = (one: Incident) =>
      grouped([one]).flatMap(({ group, incidents: those }) => (those.length > 0 ? [group] : []));
    expect(groupsOf(sent)).toEqual(['in-force']);
    expect(groupsOf({ ...sent, calledOff: true })).toEqual(['over']);
    expect(groupsOf(of({ lane: 'routine' }))).toEqual(['over']);
    expect(groupsOf(of({ kind: 'topic' }))).toEqual(['over']);
  });

  it('includes the group to approve even when it is empty, and omits other empty groups', () => {
    expect(rootsOf([incident('e', 'rejected')])).toEqual([
      ['to-approve', ''],
      ['over', 'e'],
    ]);
  });
});
