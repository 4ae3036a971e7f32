import { languageOf } from '../households.js';
import type { GeneratedNumbers } from '../phone-numbers.js';
import type { Prng } from '../prng.js';

/** One phone at one address. All are generated: nothing may ever be sent to them. */
export interface CountyPhone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  readonly language: string;
  readonly generated: true;
  readonly objects: boolean;
  readonly quarantine?: string;
  readonly addressKey: string;
  readonly role: 'resident' | 'owner' | 'business' | 'watcher';
  readonly household: string;
  readonly protected: boolean;
}

const shares = {
  businesses: 0.03,
  landlineInHome: 0.35,
  protectedHouseholds: 0.007,
  objections: 0.005,
  quarantined: 0.0015,
  /** Share of phones that are also at a second address. */
  elsewhere: 0.05,
} as const;

const maxHousehold = 4;

export const addressKeyOf = (at: number): string => `address-${at + 1}`;

/**
 * The given number of phones at one address: a business, or households of up to four.
 *
 * @param addresses how many there are in total: some phones are also at another of them
 */
export function* phonesAt(
  at: number,
  phones: number,
  addresses: number,
  numbers: GeneratedNumbers,
  prng: Prng,
): Generator<CountyPhone> {
  const addressKey = addressKeyOf(at);
  const business = prng.chance(shares.businesses);
  for (let left = phones, nth = 1; left > 0; nth++) {
    const size = business ? left : Math.min(left, maxHousehold);
    left -= size;
    const home = {
      addressKey,
      role: business ? 'business' : 'resident',
      household: `${addressKey}/${nth}`,
      protected: !business && prng.chance(shares.protectedHouseholds),
    } as const;
    const landlines = business ? size : prng.chance(shares.landlineInHome) ? 1 : 0;
    const language = languageOf(prng);
    for (let member = 0; member < size; member++) {
      const kind = member < landlines ? 'landline' : 'mobile';
      const quarantine = prng.chance(shares.quarantined) ? '30005' : undefined;
      const phone = {
        e164: numbers[kind](),
        kind,
        language,
        generated: true,
        objects: prng.chance(shares.objections),
        ...(quarantine !== undefined && { quarantine }),
      } as const;
      yield { ...phone, ...home };
      if (business || !prng.chance(shares.elsewhere)) continue;
      const other = prng.whole(0, addresses - 1);
      if (other === at) continue;
      const role = prng.weighted<CountyPhone['role']>([
        ['owner', 7],
        ['resident', 2],
        ['watcher', 1],
      ]);
      yield { ...phone, ...home, addressKey: addressKeyOf(other), role };
    }
  }
}
