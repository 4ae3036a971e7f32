import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhoneNumber } from '../src/kernel/phone-number.js';
import { generatedCountries, phonesForAddresses } from './phones-for-addresses.js';

const keys = Array.from({ length: 5_000 }, (_, n) => `address-${n}`);
const phonesOf = (country: (typeof generatedCountries)[number], perAddress = 2, seed = 1) => [
  ...phonesForAddresses(keys, { country, perAddress, seed }),
];

describe('generated phones for addresses', () => {
  it.each(generatedCountries)('are unique, valid numbers of the country: %s', (country) => {
    const phones = phonesOf(country);
    expect(new Set(phones.map(({ e164 }) => e164)).size).toBe(phones.length);
    const wrong = phones.filter(({ e164 }) => parsePhoneNumberFromString(e164)?.country !== country);
    expect(wrong).toEqual([]);
    expect(phones.filter(({ e164 }) => !readPhoneNumber(e164))).toEqual([]);
  });

  it('have the kind that a Swedish number implies', () => {
    expect(phonesOf('SE').filter(({ e164, kind }) => readPhoneNumber(e164)?.kind !== kind)).toEqual([]);
  });

  it('are the same for the same seed, and differ for another seed', () => {
    expect(phonesOf('US')).toEqual(phonesOf('US'));
    expect(phonesOf('US')[0]).not.toEqual(phonesOf('US', 2, 2)[0]);
  });

  it('have about the given mean per address, and every case of the rules', () => {
    const phones = phonesOf('US', 3);
    const reached = new Set(phones.map(({ addressKey }) => addressKey));
    const share = (of: readonly unknown[]) => of.length / phones.length;
    expect(phones.length / reached.size).toBeCloseTo(3, 0);
    expect(1 - reached.size / keys.length).toBeCloseTo(0.03, 2);
    expect(share(phones.filter(({ kind }) => kind === 'landline'))).toBeGreaterThan(0.05);
    expect(share(phones.filter((phone) => phone.protected))).toBeGreaterThan(0.001);
    expect(share(phones.filter(({ objection }) => objection))).toBeGreaterThan(0.001);
    expect(share(phones.filter(({ role }) => role === 'business'))).toBeGreaterThan(0.01);
    const households = (kind: string) =>
      new Set(phones.filter((phone) => phone.kind === kind).map(({ household }) => household));
    const mobiles = households('mobile');
    expect([...households('landline')].some((household) => mobiles.has(household))).toBe(true);
  });
});
