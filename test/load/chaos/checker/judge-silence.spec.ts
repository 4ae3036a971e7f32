import { judgeSilence } from './judge-silence.js';
import { broadcastOf, rowOf, takenOf } from './story.fixture.js';
import type { Silence, Story, Taken } from './story.js';

const heldAt = 1_000_000;
const held: Silence = { from: heldAt, until: heldAt + 60_000 };
const cancelled: Silence = { from: heldAt, until: Infinity };

/** A request that was marked as being sent, asked for and taken so many milliseconds after the broadcast was held. */
const story = (silence: Silence, marked: number | null, asked: number, more: Partial<Taken> = {}): Story => ({
  broadcast: broadcastOf({ silences: [silence], isCancelled: silence.until === Infinity }),
  row: rowOf({ token: 'last', sentAt: marked === null ? null : heldAt + marked }),
  events: [],
  taken: [takenOf({ token: 'last', at: heldAt + asked, ...more })],
  heard: [],
});

describe('While a broadcast is held, and after it was cancelled', () => {
  it.each<[string, Story]>([
    ['what went out before', story(held, -500, -400)],
    ['what was within the window', story(cancelled, 100, 240)],
    ['what was under way', story(cancelled, -10, 4000)],
    ['what goes out when it was let go on', story(held, 60_100, 60_200)],
    ['what the provider sat upon', story(held, -3000, 300, { lateMs: 3000 })],
    ['an earlier try that was under way', story(held, 61_000, 2000, { token: 'earlier' })],
  ])('%s is right', (_, one) => {
    expect(judgeSilence(one)).toEqual([]);
  });

  it.each<[string, Story]>([
    ['what is marked after it was held', story(held, 300, 400)],
    ['what is marked after it was cancelled', story(cancelled, 3_000_000, 3_000_100)],
    ['what a worker sends long after its lease', story(cancelled, -10, 31_000)],
    ['an earlier try', story(held, 61_000, 10_000, { token: 'earlier' })],
    ['a text that no row knows of', story(cancelled, null, 10_000)],
  ])('%s is found', (_, one) => {
    expect(judgeSilence(one)).toHaveLength(1);
  });
});
