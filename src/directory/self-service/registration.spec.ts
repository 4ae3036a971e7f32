import { reachOf, type OwnAddress, type OwnPhoneFacts } from './registration.js';

const home: OwnAddress = {
  addressId: '0190b0f0-0000-7000-8000-000000000000',
  name: 'Storgatan 1',
  postalCode: '972 31',
  locality: 'Luleå',
  current: true,
  role: 'resident',
  own: true,
  registered: false,
  since: new Date('2026-03-01T12:00:00Z'),
  householdHasMobile: false,
};
const plain: OwnPhoneFacts = { language: 'sv', objected: false, isProtected: false };

it.each<[string, OwnPhoneFacts, OwnAddress[], string]>([
  ['has an address', plain, [home], 'reached'],
  ['has no address', plain, [], 'nowhere'],
  ['has only an address that has ended', plain, [{ ...home, current: false }], 'nowhere'],
  ['objected', { ...plain, objected: true }, [home], 'objected'],
  ['fails permanently', { ...plain, quarantine: '30005' }, [home], 'quarantined'],
  ['is protected', { ...plain, isProtected: true, quarantine: '30005' }, [home], 'ask-us'],
  ['is protected and shows no address', { ...plain, isProtected: true }, [], 'nowhere'],
  ['is protected and objected', { ...plain, isProtected: true, objected: true }, [home], 'objected'],
])('tells the right reach of a phone that %s', (_name, facts, addresses, reach) => {
  expect(reachOf(facts, addresses)).toBe(reach);
});
