import { readSigns } from './sign.js';

const says = (description: string, sentence: string): boolean =>
  readSigns({ it: [description] }, { clock: /\d\d:\d\d/iu, Name: /\p{Lu}\p{Ll}+/u }).it[0]!({
    written: sentence,
    lower: sentence.toLowerCase(),
  });

describe('a sign', () => {
  it.each<[description: string, sentence: string, says: boolean]>([
    ['koka', 'Koka vattnet.', true],
    ['koka', 'Kokas vattnet?', false],
    ['läck*', 'en läcka', true],
    ['läck*', 'en vattenläcka', false],
    ['*läcka', 'en vattenläcka', true],
    ['*läcka', 'läckan', false],
    ['tappa* upp', 'tappade upp', true],
    ['e coli', 'E. coli', true],
    ['(inte|ej) koka', 'ej koka', true],
    ['behöver (du )?inte', 'behöver inte', true],
    ['behöver (du )?inte', 'behöver du inte', true],
    ['vatten & kran*', 'kranen har vatten', true],
    ['vatten & kran*', 'kranen är tom', false],
    ['a & b|c', 'c', true],
    ['a & b|c', 'a', false],
    ['koka ! inte|aldrig', 'koka aldrig', false],
    ['(åtta|#) språk', 'på 12 språk', true],
    ['till (kl )?<clock>', 'till kl 14:30', true],
    ['<Name>', 'i Alavik', true],
    ['<Name>', 'i alavik', false],
  ])('%p in %p: %p', (description, sentence, expected) => {
    expect(says(description, sentence)).toBe(expected);
  });

  it('that refers to a pattern which does not exist is refused', () => {
    expect(() => says('<nothing>', '')).toThrow('there is no pattern <nothing>');
  });
});
