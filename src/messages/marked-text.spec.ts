import { markText, unmarkText } from './marked-text.js';

const town = 'Luleå kommun';

describe('markText and unmarkText', () => {
  it.each([
    ['nothing, for an alert', { exercise: false }, 'Isbanan är öppen.'],
    ['the exercise, at both ends', { exercise: true }, 'ÖVNING ÖVNING. Isbanan är öppen.\nÖVNING ÖVNING.'],
    [
      'who sends it and how to stop, for a topic',
      { exercise: false, topicOf: town },
      'Luleå kommun: Isbanan är öppen.\nSvara STOPP för att avsluta.',
    ],
    [
      'all of it, for an exercise of a topic',
      { exercise: true, topicOf: town },
      'ÖVNING ÖVNING. Luleå kommun: Isbanan är öppen.\nÖVNING ÖVNING.\nSvara STOPP för att avsluta.',
    ],
  ])('adds %s; only once, and unmarkText removes it', (_what, marks, marked) => {
    expect(markText('Isbanan är öppen.', 'sv', marks)).toBe(marked);
    expect(markText(marked, 'sv', marks)).toBe(marked);
    expect(unmarkText(marked, 'sv', town)).toBe('Isbanan är öppen.');
  });

  it.each([
    'Lulea\u030a kommun har stängt isbanan.',
    'Luleå\u00a0kommun: hej.',
    'luleå kommun har stängt isbanan.',
    'Isbanan är stängd. Hälsar Luleå kommun',
  ])('adds no sender name when the text already has it: %s', (text) => {
    expect(markText(text, 'sv', { exercise: false, topicOf: town })).toBe(
      `${text}\nSvara STOPP för att avsluta.`,
    );
  });

  it.each([
    ['en', 'Boil the water.\nThank you.'],
    ['fi', 'Keitä vesi.'],
    ['sv', 'Luleå kommun: koka vattnet.'],
  ])('unmarkText leaves the written text unchanged (%s)', (language, text) => {
    expect(unmarkText(text, language, town)).toBe(text);
    expect(unmarkText(markText(text, language, { exercise: true }), language, town)).toBe(text);
  });
});
