import { NorthAmericanNumbers } from './north-american-numbers.js';
import { GeneratedNumbers } from './phone-numbers.js';
import { Prng } from './prng.js';

/** A made-up phone at a real address. All of them are generated: nothing may ever be sent to them. */
export interface GeneratedPhone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  readonly language: string;
  readonly objection: boolean;
  readonly addressKey: string;
  readonly role: 'resident' | 'business';
  readonly household: string;
  readonly protected: boolean;
}

export interface PhoneShares {
  /** Mean number of phones at an address that has phones. */
  readonly perAddress: number;
  readonly seed: number;
  readonly country: GeneratedCountry;
}

const plans = {
  SE: {
    numbers: (prng: Prng) => new GeneratedNumbers(prng),
    languages: [
      ['sv', 88],
      ['en', 5],
      ['ar', 4],
      ['fi', 2],
      ['se', 1],
    ],
  },
  US: {
    numbers: (prng: Prng) => new NorthAmericanNumbers(prng),
    languages: [
      ['en', 86],
      ['es', 8],
      ['pt', 3],
      ['zh', 3],
    ],
  },
} as const;

export type GeneratedCountry = keyof typeof plans;
export const generatedCountries = Object.keys(plans) as GeneratedCountry[];

const shares = {
  addressesWithoutPhone: 0.03,
  businesses: 0.03,
  landlineToo: 0.25,
  landlineOnly: 0.06,
  protectedHouseholds: 0.007,
  objections: 0.005,
} as const;

const maxHousehold = 4;

/**
 * Households with phones, for addresses whose data has no people. The same addresses in the same order with the same
 * seed get the same phones.
 */
export function* phonesForAddresses(
  addressKeys: Iterable<string>,
  { perAddress, seed, country }: PhoneShares,
): Generator<GeneratedPhone> {
  const plan = plans[country];
  const prng = Prng.of(seed).stream(`phones ${country}`);
  const numbers = plan.numbers(prng);
  for (const addressKey of addressKeys) {
    if (prng.chance(shares.addressesWithoutPhone)) continue;
    let left = prng.whole(1, Math.max(1, Math.round(2 * perAddress) - 1));
    for (let household = 1; left > 0; household++) {
      const size = Math.min(left, maxHousehold);
      left -= size;
      const role = prng.chance(shares.businesses) ? 'business' : 'resident';
      const home = {
        addressKey,
        role,
        household: `${addressKey}/${household}`,
        language: prng.weighted<string>(plan.languages),
        protected: role === 'resident' && prng.chance(shares.protectedHouseholds),
      } as const;
      for (const kind of kindsOf(size, role, prng))
        yield { ...home, kind, e164: numbers[kind](), objection: prng.chance(shares.objections) };
    }
  }
}

function kindsOf(size: number, role: GeneratedPhone['role'], prng: Prng): GeneratedPhone['kind'][] {
  if (role === 'business') return Array.from({ length: size }, () => 'landline');
  const kinds = Array.from({ length: size }, (): GeneratedPhone['kind'] => 'mobile');
  if (prng.chance(size === 1 ? shares.landlineOnly : shares.landlineToo)) kinds[size - 1] = 'landline';
  return kinds;
}
