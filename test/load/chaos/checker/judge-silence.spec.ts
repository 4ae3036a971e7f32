import { judgeSilence } from './judge-silence.js';
import { broadcastOf, rowOf, takenOf } from './story.fixture.js';
import type { Silence, Story, Taken } from './story.js';

const heldAt = 1_000_000;
const held: Silence = { from: heldAt, until: heldAt + 60_000 };
const cancelled: Silence = { from: heldAt, until: Infinity };

/**
 * A request: when it was marked as `sending`, and when it was accepted, in milliseconds after the broadcast was held.
 */
const story = (silence: Silence, marked: number | null, asked: number, more: Partial<Taken> = {}): Story => ({
  broadcast: broadcastOf({ silences: [silence], isCancelled: silence.until === Infinity }),
  row: rowOf({ token: 'last', sentAt: marked === null ? null : heldAt + marked }),
  events: [],
  taken: [takenOf({ token: 'last', at: heldAt + asked, ...more })],
  heard: [],
});

describe('A broadcast that is held or cancelled', () => {
  it.each<[string, Story]>([
    ['what went out before', story(held, -500, -400)],
    ['what was within the window', story(cancelled, 100, 240)],
    ['what was under way', story(cancelled, -10, 4000)],
    ['what goes out after it was resumed', story(held, 60_100, 60_200)],
    ['what the provider received before and accepted later', story(held, -3000, 300, { lateMs: 3000 })],
    ['an earlier try that was under way', story(held, 61_000, 2000, { token: 'earlier' })],
  ])('has no finding for %s', (_, one) => {
    expect(judgeSilence(one)).toEqual([]);
  });

  it.each<[string, Story]>([
    ['what is marked after it was held', story(held, 300, 400)],
    ['what is marked after it was cancelled', story(cancelled, 3_000_000, 3_000_100)],
    ['what a worker sends long after its lease', story(cancelled, -10, 31_000)],
    ['an earlier try', story(held, 61_000, 10_000, { token: 'earlier' })],
    ['a text that is in no row', story(cancelled, null, 10_000)],
  ])('has a finding for %s', (_, one) => {
    expect(judgeSilence(one)).toHaveLength(1);
  });
});
