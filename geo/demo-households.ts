/** A household for a newcomer to try things on. Its phones have numbers from the ranges reserved for fiction. */
export interface DemoHousehold {
  readonly mobiles: number;
  readonly landlines: number;
  readonly language: string;
  readonly protected?: boolean;
  readonly objection?: boolean;
  readonly quarantined?: string;
  /** Its phones are also at a cottage. */
  readonly cottage?: boolean;
}

/**
 * One household for each case, at Porsön 1:405 and the villas after it in the register. In this order, their mobiles
 * are numbered from 070-174 06 05, and their landlines from 08-465 004 00.
 */
export const demoHouseholds: readonly DemoHousehold[] = [
  { mobiles: 2, landlines: 1, language: 'sv' },
  { mobiles: 1, landlines: 0, language: 'sv' },
  { mobiles: 0, landlines: 1, language: 'sv' },
  { mobiles: 0, landlines: 0, language: 'sv' },
  { mobiles: 1, landlines: 0, language: 'en' },
  { mobiles: 4, landlines: 0, language: 'ar' },
  { mobiles: 2, landlines: 0, language: 'sv', cottage: true },
  { mobiles: 1, landlines: 0, language: 'sv', objection: true },
  { mobiles: 1, landlines: 0, language: 'sv', protected: true },
  { mobiles: 1, landlines: 0, language: 'fi', quarantined: '30005' },
  { mobiles: 1, landlines: 1, language: 'se' },
];
