import { demoHouseholds, type DemoHousehold } from './demo-households.js';
import { wellKnownDesignation } from './designations.js';
import { agesOf, householdSizes, landlineChance, languageOf, mobileChance } from './households.js';
import { fictionLandline, fictionMobile, GeneratedNumbers } from './phone-numbers.js';
import type { Prng } from './prng.js';
import type { Business, Dwelling, Register } from './register.js';
import type { MunicipalityCensus, SyntheticPhone, SyntheticResidence } from './synthetic-municipality.js';

/** Shares of the total: high enough that an alert meets each case, low enough that a report looks real. */
const shares = {
  householdsWithoutPhone: 0.04,
  protectedHouseholds: 0.007,
  objections: 0.005,
  quarantined: 0.0015,
  /** Share of cottages with a known phone of their owner. */
  cottagesWithOwner: 0.7,
  /** Share of children with a mobile who live at two addresses. */
  childrenOfTwoHomes: 0.05,
} as const;

interface Draft {
  readonly kind: SyntheticPhone['kind'];
  readonly e164: string;
  readonly age?: number;
}

/** Who lives where, and the numbers on which they are reached. */
export class PhoneBook {
  readonly phones: SyntheticPhone[] = [];
  readonly residences: SyntheticResidence[] = [];
  #withoutPhone = 0;
  #protected = 0;
  #fictionMobiles = 0;
  #fictionLandlines = 0;
  readonly #numbers: GeneratedNumbers;

  constructor(
    private readonly register: Register,
    private readonly prng: Prng,
  ) {
    this.#numbers = new GeneratedNumbers(prng);
  }

  /** Assigns the residents to homes. Every home gets a household, since an empty home has nobody to reach. */
  fill(residents: number): MunicipalityCensus {
    const { dwellings, cottages } = this.register;
    const demo = demoByDwelling(dwellings);
    const fixed = new Map([...demo].map(([at, { mobiles }]) => [at, Math.max(1, mobiles)]));
    const sizes = householdSizes(dwellings, residents, fixed, this.prng);
    const owned = this.#ownersOf(cottages, dwellings.length, demo);
    const reachable: number[] = [];
    dwellings.forEach((dwelling, at) => {
      const known = demo.get(at);
      const drafts = known
        ? this.#demoPhones(known)
        : this.#phones(agesOf(sizes[at]!, dwelling.home, this.prng));
      if (drafts.length === 0) this.#withoutPhone += 1;
      else if (!known && this.prng.chance(0.1)) reachable.push(at);
      this.#moveIn(dwelling, at, drafts, known, owned.get(at) ?? [], reachable);
    });
    this.register.businesses.forEach((business, at) => this.#open(business, at));
    return {
      residents: sizes.reduce((sum, size) => sum + size, 0),
      households: dwellings.length,
      householdsWithoutPhone: this.#withoutPhone,
      protectedHouseholds: this.#protected,
    };
  }

  #ownersOf(
    cottages: readonly string[],
    homes: number,
    demo: ReadonlyMap<number, DemoHousehold>,
  ): Map<number, string[]> {
    const owned = new Map<number, string[]>();
    const cottageOwner = [...demo].find(([, household]) => household.cottage)?.[0];
    cottages.forEach((cottage, at) => {
      const owner = at === 0 && cottageOwner !== undefined ? cottageOwner : this.prng.whole(0, homes - 1);
      if (at > 0 && (demo.has(owner) || !this.prng.chance(shares.cottagesWithOwner))) return;
      owned.set(owner, [...(owned.get(owner) ?? []), cottage]);
    });
    return owned;
  }

  #phones(ages: readonly number[]): Draft[] {
    if (this.prng.chance(shares.householdsWithoutPhone)) return [];
    const drafts: Draft[] = ages
      .filter((age) => this.prng.chance(mobileChance(age)))
      .map((age) => ({ kind: 'mobile', age, e164: this.#numbers.mobile() }));
    const oldest = Math.max(...ages);
    if (this.prng.chance(landlineChance(oldest)) || (drafts.length === 0 && oldest >= 65)) {
      drafts.push({ kind: 'landline', e164: this.#numbers.landline() });
    }
    return drafts.length > 0 ? drafts : [{ kind: 'mobile', age: oldest, e164: this.#numbers.mobile() }];
  }

  #demoPhones({ mobiles, landlines }: DemoHousehold): Draft[] {
    return [
      ...Array.from({ length: mobiles }, (): Draft => ({
        kind: 'mobile',
        e164: fictionMobile(this.#fictionMobiles++),
      })),
      ...Array.from({ length: landlines }, (): Draft => ({
        kind: 'landline',
        e164: fictionLandline(this.#fictionLandlines++),
      })),
    ];
  }

  #moveIn(
    { addressKey }: Dwelling,
    at: number,
    drafts: readonly Draft[],
    known: DemoHousehold | undefined,
    cottages: readonly string[],
    otherHomes: readonly number[],
  ): void {
    const { prng } = this;
    const language = known?.language ?? languageOf(prng);
    const isProtected = known ? known.protected === true : prng.chance(shares.protectedHouseholds);
    if (isProtected) this.#protected += 1;
    const household = `household-${at + 1}`;
    for (const { kind, e164, age } of drafts) {
      const quarantined = known ? known.quarantined : quarantine(kind, prng);
      this.phones.push({
        e164,
        kind,
        language,
        generated: known === undefined,
        objection: known ? known.objection === true : prng.chance(shares.objections),
        ...(quarantined !== undefined && { quarantined }),
      });
      const lives = { e164, protected: isProtected };
      this.residences.push({ ...lives, addressKey, role: 'resident', household });
      if (kind === 'landline') continue;
      // Only adults own cottages; demo households have no ages.
      if ((age ?? 20) >= 20) {
        for (const cottage of cottages)
          this.residences.push({ ...lives, addressKey: cottage, role: 'owner', household });
      }
      if (
        age === undefined ||
        age >= 18 ||
        otherHomes.length === 0 ||
        !prng.chance(shares.childrenOfTwoHomes)
      )
        continue;
      const other = prng.pick(otherHomes);
      const otherAddress = this.register.dwellings[other]!.addressKey;
      if (otherAddress === addressKey) continue;
      this.residences.push({
        ...lives,
        addressKey: otherAddress,
        role: 'resident',
        household: `household-${other + 1}`,
      });
    }
  }

  #open({ addressKey, size }: Business, at: number): void {
    const household = `business-${at + 1}`;
    const add = (kind: SyntheticPhone['kind'], e164: string): void => {
      this.phones.push({ e164, kind, language: 'sv', generated: true, objection: false });
      this.residences.push({ e164, addressKey, role: 'business', protected: false, household });
    };
    for (let line = 0; line < size; line++) add('landline', this.#numbers.landline());
    if (this.prng.chance(0.3)) add('mobile', this.#numbers.mobile());
  }
}

function quarantine(kind: SyntheticPhone['kind'], prng: Prng): string | undefined {
  if (!prng.chance(shares.quarantined)) return undefined;
  return kind === 'mobile' ? prng.pick(['30005', '21614', '30004']) : '30005';
}

/** The dwellings of the demo households: Porsön 1:405 and the one-household villas after it. */
function demoByDwelling(dwellings: readonly Dwelling[]): Map<number, DemoHousehold> {
  const first = dwellings.findIndex(({ designation }) => designation === wellKnownDesignation);
  const demo = new Map<number, DemoHousehold>();
  if (first < 0) return demo;
  const shared = (at: number): boolean =>
    dwellings[at]!.addressKey === dwellings[at - 1]?.addressKey ||
    dwellings[at]!.addressKey === dwellings[at + 1]?.addressKey;
  for (let at = first; at < dwellings.length && demo.size < demoHouseholds.length; at++) {
    if (dwellings[at]!.home === 'villa' && !shared(at)) demo.set(at, demoHouseholds[demo.size]!);
  }
  return demo;
}
