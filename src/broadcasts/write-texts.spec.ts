import type { TextMarks } from '../messages/marked-text.js';
import { writeTexts, writeWebTexts } from './write-texts.js';

const alert: TextMarks = { exercise: false };
const sv = (sms: string, voice?: string) => ({
  language: 'sv',
  sms,
  ...(voice === undefined ? {} : { voice }),
});

describe('turning what was written into what is sent', () => {
  it.each([
    ['keeps an alert unchanged', sv('Vattnet är avstängt.'), alert, 'Vattnet är avstängt.', 1],
    [
      'makes typographic punctuation plain',
      sv('Kl. 13–15 på ”Storgatan”…'),
      alert,
      'Kl. 13-15 på "Storgatan"...',
      1,
    ],
    ['keeps the letters of a language', sv('Čáhci'), alert, 'Čáhci', 1],
    ['splits a long text into parts', sv('a'.repeat(161)), alert, 'a'.repeat(161), 2],
    [
      'marks an exercise at both ends',
      sv('Koka vattnet.'),
      { ...alert, exercise: true },
      'ÖVNING ÖVNING. Koka vattnet.\nÖVNING ÖVNING.',
      1,
    ],
    [
      'adds the sender and the stop instruction to a topic',
      sv('Biblioteket har öppet.'),
      { ...alert, topicOf: 'Luleå kommun' },
      'Luleå kommun: Biblioteket har öppet.\nSvara STOPP för att avsluta.',
      1,
    ],
  ])('%s', (_what, written, purpose, sms, segments) => {
    expect(writeTexts([written], purpose)).toEqual([{ language: 'sv', sms, segments }]);
  });

  it('keeps the text of a call, and marks it too', () => {
    expect(writeTexts([sv('Kort.', 'Längre, att höra.')], { ...alert, exercise: true })).toMatchObject([
      { voice: 'ÖVNING ÖVNING. Längre, att höra.\nÖVNING ÖVNING.' },
    ]);
  });

  it("removes from the text of a call what can't be written or spoken", () => {
    const voice = 'Koka\u0002 vattnet\ufffe.\ud800';
    expect(writeTexts([sv('Koka vattnet\uffff.', voice)], alert)).toMatchObject([
      { sms: 'Koka vattnet.', voice: 'Koka vattnet.' },
    ]);
  });

  it('a blank voice text counts as none', () => {
    expect(writeTexts([sv('Kort.', '  ')], alert)).toEqual([{ language: 'sv', sms: 'Kort.', segments: 1 }]);
  });

  it.each([
    ['an empty text', [sv('')], alert, 'text.empty'],
    ['a blank text', [sv(' \n ')], alert, 'text.empty'],
    ['an exercise without a text', [sv(' ')], { ...alert, exercise: true }, 'text.empty'],
    ['two texts of one language', [sv('a'), sv('b')], alert, 'text.language-twice'],
    ['seven parts', [sv('a'.repeat(6 * 153 + 1))], alert, 'text.too-long'],
    ['2,000 characters', [sv('a'.repeat(2000))], alert, 'text.too-many-characters'],
    ['a megabyte', [sv('a'.repeat(1e6))], alert, 'text.too-many-characters'],
    [
      'six parts that become seven with the exercise marks',
      [sv('a'.repeat(6 * 153))],
      { ...alert, exercise: true },
      'text.too-long',
    ],
  ])('refuses %s', (_what, written, purpose, code) => {
    expect(() => writeTexts(written, purpose)).toThrow(expect.objectContaining({ code }));
  });

  it('accepts six full parts', () => {
    expect(writeTexts([sv('a'.repeat(6 * 153))], alert)[0]?.segments).toBe(6);
  });

  it('refuses an unknown language', () => {
    expect(() => writeTexts([{ language: 'xx', sms: 'Hej.' }], alert)).toThrow(
      expect.objectContaining({ code: 'text.language-unknown' }),
    );
  });

  it('refuses a call that does not fit as it is spoken, and ignores languages without a voice', () => {
    const calls = { voices: { sv: { language: 'sv-SE' } }, most: () => 20 };
    const text = (language: string) => [{ language, sms: 'Kort.', voice: 'kl. 13 '.repeat(3) }];
    expect(() => writeTexts(text('sv'), alert, calls)).toThrow(
      expect.objectContaining({ code: 'voice.too-long', details: { characters: 32, most: 20, over: 12 } }),
    );
    expect(() => writeTexts(text('so'), alert, calls)).not.toThrow();
    expect(() => writeTexts(text('sv'), alert)).not.toThrow();
  });

  it('leaves the SMS empty where no phone gets it, and requires a text for the page', () => {
    const page = { language: 'sv', sms: 'Glömd.', headline: ' Prov ', web: 'Proverna är bra.' };
    expect(writeWebTexts([page])).toEqual([
      { language: 'sv', sms: '', segments: 0, headline: 'Prov', web: 'Proverna är bra.' },
    ]);
    expect(() => writeWebTexts([{ ...page, web: ' ' }])).toThrow(
      expect.objectContaining({ code: 'text.web-empty' }),
    );
  });
});
