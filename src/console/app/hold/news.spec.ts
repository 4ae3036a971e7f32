import type { Hold } from '../api/answers.js';
import { words } from './hold.words.js';
import { newsOf } from './news.js';

const broadcast = {
  id: 'b1',
  name: 'Örnäset',
  kind: 'alert',
  lane: 'urgent',
  state: 'sending',
  takenOver: 2,
  notToldApart: 0,
  remaining: 5,
  goesOn: false,
} as const;
const counts = { unknown: 2, takenOver: 2, notToldApart: 0, fitsNone: 0 };
const times = { since: '2026-11-29T18:54:00Z', knownUntil: '2026-11-29T18:40:00Z' };
const held = (...broadcasts: NonNullable<Hold['held']>['broadcasts']): Hold => ({
  held: { ...times, ...counts, broadcasts },
});
const waiting: Hold = { waiting: { since: times.since, why: 'timeout' } };

describe('newsOf', () => {
  it.each([
    ['that it has begun', undefined, held(broadcast), { wording: words.held }],
    ['that it has begun while a page is open', {}, held(broadcast), { wording: words.held }],
    ['that the operator does not answer', {}, waiting, { wording: words.waits }],
    ['that waiting has become a hold', waiting, held(broadcast), { wording: words.held }],
    [
      'which one goes on',
      held(broadcast),
      held({ ...broadcast, goesOn: true }),
      { wording: words.goesOnFor, values: { name: 'Örnäset' } },
    ],
    [
      'which one waits no more',
      held(broadcast, { ...broadcast, id: 'b2', name: 'Alavik' }),
      held(broadcast),
      { wording: words.goneFrom, values: { name: 'Alavik' } },
    ],
    ['that the hold is over', held(broadcast), {}, { wording: words.over }],
    ['that the waiting is over', waiting, {}, { wording: words.over }],
  ] as const)('announces %s', (_what, before, now, news) => {
    expect(newsOf(before, now)).toEqual(news);
  });

  it.each([
    ['all is as usual', undefined, {}],
    ['it is held as before, with other figures', held(broadcast), held({ ...broadcast, remaining: 4 })],
    ['it waits as before', waiting, { waiting: { since: times.since, why: 'refused' } }],
  ] as const)('announces nothing when %s', (_what, before, now) => {
    expect(newsOf(before, now)).toBeUndefined();
  });
});
