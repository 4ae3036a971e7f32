import { numbersOnlyIn } from './numbers-only-in.js';

describe('the numbers that only one of two texts has', () => {
  it.each([
    [
      'a time that was changed in the other',
      'Stängt fredag 4 december kl. 09.00.',
      'Stängt fredag 4 december kl. 12.',
      ['09.00'],
    ],
    ['a date', 'Stängt 11 december kl. 09.00.', 'Stängt 4 december kl. 9.', ['11']],
    ['a phone number', 'Ring 0920-45 30 00.', 'Ring kommunen.', ['0920', '45', '30', '00']],
    ['nothing where a time is written otherwise', 'Från 08:00 till 16.30.', 'Kl. 8-16.30.', []],
    ['nothing of what only the other says', 'Koka vattnet.', 'Koka vattnet från kl. 02.00.', []],
    ['each once', 'Kl. 9 och kl. 09.00.', 'I morgon.', ['9']],
  ])('are %s', (_what, text, other, expected) => {
    expect(numbersOnlyIn(text, other)).toEqual(expected);
  });
});
