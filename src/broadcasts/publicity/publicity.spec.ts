import { settlePublicity, type Publicity, type Published } from './publicity.js';

const about: Published = { exercise: false, byDefault: true };

describe('whether a broadcast is published', () => {
  it.each<[Publicity, Published, Publicity]>([
    [{}, about, { isPublic: true }],
    [{}, { ...about, byDefault: false }, { isPublic: false }],
    [{}, { ...about, exercise: true }, { isPublic: false }],
    [{}, { ...about, topicIsPublic: false }, { isPublic: false }],
    [{ isPublic: false }, about, { isPublic: false }],
    [{ isPublic: false }, { ...about, firstIsPublic: false, saysHowItIs: true }, { isPublic: false }],
    [{ isPublic: true }, { ...about, byDefault: false }, { isPublic: true }],
    [{ pageLink: true, webOnly: false }, about, { isPublic: true, pageLink: true, webOnly: false }],
  ])('is settled from %j, about %j, as %j', (said, published, settled) => {
    expect(settlePublicity(said, published)).toEqual(settled);
  });

  it.each<[string, Publicity, Published]>([
    ['broadcast.exercise-not-public', { isPublic: true }, { ...about, exercise: true }],
    ['broadcast.topic-not-public', { isPublic: true }, { ...about, topicIsPublic: false }],
    ['broadcast.first-not-public', { isPublic: true }, { ...about, firstIsPublic: false }],
    ['broadcast.end-is-public', { isPublic: false }, { ...about, saysHowItIs: true }],
    ['broadcast.not-public', { webOnly: true }, { ...about, byDefault: false }],
    ['broadcast.not-public', { pageLink: true, isPublic: false }, about],
  ])('is refused with %s for %j, about %j', (code, said, published) => {
    expect(() => settlePublicity(said, published)).toThrow(expect.objectContaining({ code }));
  });
});
