import type { BroadcastState, BroadcastSummary } from '../api/answers.js';
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

describe('grouped', () => {
  it('lists broadcasts to approve first, then those in progress, unfinished ones, and finished ones', () => {
    const groups = grouped([
      broadcast('e', 'completed'),
      broadcast('d', 'returned'),
      broadcast('c', 'paused'),
      broadcast('b', 'sending'),
      broadcast('a', 'pending-approval'),
    ]);
    expect(groups.map(({ group, broadcasts }) => [group, broadcasts.map(({ id }) => id).join()])).toEqual([
      ['to-approve', 'a'],
      ['under-way', 'c,b'],
      ['unfinished', 'd'],
      ['over', 'e'],
    ]);
  });

  it('includes the group to approve even when it is empty, and omits other empty groups', () => {
    expect(grouped([broadcast('e', 'rejected')]).map(({ group }) => group)).toEqual(['to-approve', 'over']);
  });
});
