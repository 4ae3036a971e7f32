import { carriedFields } from './carried-fields.js';
import { contentHash } from './content-hash.js';

const content = {
  audience: { places: ['a', 'b'] },
  texts: [{ language: 'sv', sms: 'Koka vattnet.', segments: 1 }],
  lane: 'crisis' as const,
  exercise: false,
  channels: 'both' as const,
  expiresAt: new Date('2026-03-02T12:00:00Z'),
};
const hash = contentHash(content, 40);

describe('the content that an approval is bound to', () => {
  it.each([
    ['another audience', { audience: { places: ['a'] } }],
    ['another kind of audience', { audience: { topic: 'a' } }],
    ['another letter', { texts: [{ language: 'sv', sms: 'Koka vattnet!', segments: 1 }] }],
    ['another language', { texts: [{ language: 'en', sms: 'Koka vattnet.', segments: 1 }] }],
    ['a spoken text', { texts: [{ language: 'sv', sms: 'Koka vattnet.', voice: 'Koka.', segments: 1 }] }],
    ['a second text', { texts: [...content.texts, { language: 'en', sms: 'Boil it.', segments: 1 }] }],
    ['no text', { texts: [] }],
    ['another lane', { lane: 'routine' as const }],
    ['an exercise', { exercise: true }],
    ['other channels', { channels: 'mobile-first' as const }],
    ['another end', { expiresAt: new Date('2026-03-02T12:00:00.001Z') }],
  ])('changes with %s', (_what, change) => {
    expect(contentHash({ ...content, ...change }, 40)).not.toBe(hash);
  });

  it.each(Object.keys(carriedFields))('changes with the carried field %s', (field) => {
    expect(contentHash({ ...content, [field]: 'something else' }, 40)).not.toBe(hash);
  });

  it('stays the same for a new field without a value, so that a release voids no submission', () => {
    const without = { event: undefined, page: undefined, points: undefined };
    expect(contentHash({ ...content, ...without }, 40)).toBe(hash);
  });

  it('changes with the count', () => {
    expect(contentHash(content, 41)).not.toBe(hash);
  });

  it('stays the same for the same content, and for a new measurement', () => {
    const remeasured = [{ language: 'sv', sms: 'Koka vattnet.', segments: 2 }];
    expect(contentHash({ ...content, texts: remeasured }, 40)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('distinguishes one text from two with the same concatenation', () => {
    const texts = (...sms: string[]) =>
      contentHash({ ...content, texts: sms.map((text) => ({ language: 'sv', sms: text, segments: 1 })) }, 1);
    expect(texts('ab', 'c')).not.toBe(texts('a', 'bc'));
  });
});
