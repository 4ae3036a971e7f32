import { formatPhoneNumber, readPhoneNumber } from './phone-number.js';

// +61 491 570 006 is set aside for fiction in Australia; 0491 is a place in Sweden.
describe('a number as people write it', () => {
  it.each([
    ['+46701740605', 'SE', '070-174 06 05'],
    ['+46701740605', 'AU', '+46 70 174 06 05'],
    ['+61491570006', 'AU', '0491 570 006'],
    ['+61491570006', 'SE', '+61 491 570 006'],
  ])('%s is, in %s, %s, and read there it is the same number', (e164, country, written) => {
    expect(formatPhoneNumber(e164, country)).toBe(written);
    expect(readPhoneNumber(written, country)?.e164).toBe(e164);
  });

  it('leaves a name as it is', () => {
    expect(formatPhoneNumber('LuleaKommun', 'SE')).toBe('LuleaKommun');
  });
});
