import { DomainError } from '../kernel/refusal.js';
import { readMessageText, tidyMessageText } from './message-text.js';

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readMessageText', () => {
  it('returns the text in its final form, with its length', () => {
    expect(readMessageText('  Vattnet stängs av kl.\u00a013–16.  \r\n\r\n\r\n\r\nLuleå kommun\t ')).toEqual({
      text: 'Vattnet stängs av kl. 13-16.\n\nLuleå kommun',
      encoding: 'GSM-7',
      units: 42,
      segments: 1,
    });
  });

  it('reads its own result as the same text', () => {
    const { text } = readMessageText(' a…\n \n\n b “c”');
    expect(readMessageText(text).text).toBe(text);
  });

  it.each<[name: string, text: string]>([
    ['nothing', ''],
    ['spaces and line ends', ' \r\n\t '],
    ['characters nobody sees', '\u200b\ufeff\u00a0\u0000'],
  ])('refuses %s as empty', (_name, text) => {
    expect(refusalOf(() => readMessageText(text))).toMatchObject({ code: 'text.empty', kind: 'invalid' });
  });

  it.each<[name: string, text: string, segments: number]>([
    ['seven parts of GSM-7', 'a'.repeat(919), 7],
    ['seven parts of UCS-2', 'š'.repeat(403), 7],
    ['many parts within the provider’s ceiling', 'a'.repeat(1600), 11],
  ])('refuses %s', (_name, text, segments) => {
    const refusal = refusalOf(() => readMessageText(text));
    expect(refusal).toMatchObject({ code: 'text.too-long', details: { segments, most: 6 } });
    expect(refusal.explain('sv')).toContain(`${segments} sms-delar`);
  });

  it.each<[name: string, text: string]>([
    ['six parts of GSM-7', 'a'.repeat(918)],
    ['six parts of UCS-2', 'š'.repeat(402)],
  ])('accepts %s', (_name, text) => {
    expect(readMessageText(text).segments).toBe(6);
  });

  it.each([1601, 2000, 10_000_000])('refuses a text of %i characters', (characters) => {
    expect(refusalOf(() => readMessageText('a'.repeat(characters)))).toMatchObject({
      code: 'text.too-many-characters',
      details: { characters, most: 1600 },
    });
  });

  // A quadratic algorithm would exceed the test's time limit many times over.
  it('tidyMessageText handles a million spaces within a text', () => {
    expect(tidyMessageText(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  });
});
