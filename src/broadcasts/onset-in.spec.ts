import { samples } from '../../test/support/sample-templates.js';
import { markText } from '../messages/marked-text.js';
import { markCorrection } from '../messages/correction-marking.js';
import { tidyMessageText } from '../messages/message-text.js';
import { writeMoment } from '../messages/typed-time/write-time.js';
import { onsetIn } from './onset-in.js';

const now = new Date('2026-11-30T09:00:00Z');
const about = { municipality: 'Luleå kommun', now };
const template = samples.planned;
const filled = (language: string, values: Readonly<Record<string, string>>): string =>
  template.texts
    .find((text) => text.language === language)!
    .sms.replace('{kommun}', 'Luleå kommun')
    .replace(/\[([^\]]+)\]/gu, (_, name: string) => values[name] ?? 'Storgatan 3–17');

describe('when what a text is about begins', () => {
  const at = new Date('2026-12-01T07:00:00Z');
  const until = new Date('2026-12-01T11:00:00Z');
  const times = (language: string) => ({
    från: writeMoment(at, language, now),
    till: writeMoment(until, language, now),
  });

  it.each(['sv', 'en'])('is what stands in the field for it, as it was sent: %s', (language) => {
    const text = filled(language, times(language));
    const marks = { exercise: false, page: 'https://alavik.example.se/a/k7m2p9' };
    for (const sms of [
      text,
      tidyMessageText(markText(text, language, marks)),
      markCorrection(text, language),
    ])
      expect(onsetIn({ language, sms }, template, about)).toEqual(at);
  });

  it.each([
    ['was written by hand', 'Vattnet stängs av i morgon kl. 8.'],
    ['names no time', filled('sv', { från: 'när vi vet mer', till: 'tills vidare' })],
  ])('is unknown of a text that %s', (_what, sms) => {
    expect(onsetIn({ language: 'sv', sms }, template, about)).toBeUndefined();
  });

  it('is unknown if the field is not for a time, or the language has no text', () => {
    const sms = filled('sv', times('sv'));
    expect(onsetIn({ language: 'sv', sms }, { ...template, placeholders: [] }, about)).toBeUndefined();
    expect(onsetIn({ language: 'uk', sms }, template, about)).toBeUndefined();
  });
});
