import type { BroadcastText } from '../broadcast.js';
import { sayingOf } from './follow-up.js';

const text: BroadcastText = {
  ...{ language: 'sv', sms: 'Vattnet är av.', voice: 'Vattnet är av.', segments: 1 },
  ...{ headline: 'Inget vatten i Kronan', web: 'Vattnet är av.' },
};
const alert = { audience: { places: ['p1'] }, texts: [text] };

describe('what an extension says', () => {
  it('is what the alert said, if every text is the same', () => {
    expect(sayingOf('e', alert, [{ ...text }])).toBeUndefined();
  });

  it.each(['sms', 'voice', 'headline', 'web'] as const)('is its own with another %s', (part) => {
    expect(sayingOf('e', alert, [{ ...text, [part]: 'Vattnet är av i Porsön.' }])).toBe('e');
  });
});
