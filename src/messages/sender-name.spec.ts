import { isSenderName } from './sender-name.js';

describe('isSenderName', () => {
  it.each(['LuleaKommun', 'Lulea', 'a', '1a', 'Lulea 112', 'A B C D E F'])('accepts %p', (name) => {
    expect(isSenderName(name)).toBe(true);
  });

  it.each([
    '',
    'Luleå',
    'Lulea Kommun',
    '112',
    '1 1',
    ' Lulea',
    'Lulea ',
    'Lulea-K',
    'Lulea\n',
    '   ',
    '🚰a',
    'Luleа',
  ])('refuses %p', (name) => {
    expect(isSenderName(name)).toBe(false);
  });
});
