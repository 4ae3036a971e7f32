import { refusal } from '../kernel/refusal.js';

const TooManyForNumber = refusal('verification.too-many-for-number', 'too-many', {
  sv: 'Numret har fått många koder på kort tid. Försök igen om {minutes} minuter.',
  en: 'The number has had many codes in a short time. Try again in {minutes} minutes.',
});
const TooManyFromAddress = refusal('verification.too-many-from-address', 'too-many', {
  sv: 'Många koder har begärts från din internetanslutning. Försök igen om {minutes} minuter.',
  en: 'Many codes have been asked for from your internet connection. Try again in {minutes} minutes.',
});
export const CodesPaused = refusal('verification.paused', 'unavailable', {
  sv: 'Just nu kan vi inte skicka fler koder. Försök igen om {minutes} minuter.',
  en: 'Just now we can’t send more codes. Try again in {minutes} minutes.',
});

/** A limit against pumping: fraud that has codes sent to many numbers for a share of their price. */
export interface Allowance {
  readonly scope: 'phone-hour' | 'phone-day' | 'client' | 'site' | 'network' | 'prefix' | 'total' | 'breaker';
  /**
   * The number of codes that it holds when full, if all are texts or if all are calls. A call takes more of the shared
   * allowance: it costs more, and it rings for somebody who may not have asked. `minutes` is the time from empty to
   * full.
   */
  readonly texts: number;
  readonly calls: number;
  readonly minutes: number;
  /** Whether a used code is given back. A used code went to a resident, and a popular day is not an attack. */
  readonly returned: boolean;
  /** The share of it that is reserved for networks that have not asked lately; 0 when left out. */
  readonly forUnseen?: number;
  readonly refuse: typeof CodesPaused;
}

const hour = 60;
const day = 24 * hour;

export interface CodeSpending {
  /** The spending breaker: the most codes a day in total, counted in texts. */
  readonly codesPerDay: number;
  /** In öre. */
  readonly textPrice: number;
  readonly callPrice: number;
}

/** All allowances, in the order in which they are locked and reported. */
export const allowances = (spending: CodeSpending): readonly Allowance[] => [
  { scope: 'phone-hour', texts: 5, calls: 3, minutes: hour, returned: false, refuse: TooManyForNumber },
  { scope: 'phone-day', texts: 10, calls: 6, minutes: day, returned: false, refuse: TooManyForNumber },
  { scope: 'client', texts: 20, calls: 6, minutes: hour, returned: true, refuse: TooManyFromAddress },
  // One customer can have 256 of the clients above in a /56, and 65,536 in a /48.
  { scope: 'site', texts: 40, calls: 12, minutes: hour, returned: true, refuse: TooManyFromAddress },
  { scope: 'network', texts: 60, calls: 18, minutes: hour, returned: true, refuse: TooManyFromAddress },
  { scope: 'prefix', texts: 60, calls: 20, minutes: hour, returned: true, refuse: CodesPaused },
  {
    scope: 'total',
    texts: 300,
    calls: 100,
    minutes: hour,
    returned: true,
    forUnseen: 0.25,
    refuse: CodesPaused,
  },
  {
    scope: 'breaker',
    texts: spending.codesPerDay,
    calls: callsForTheSame(spending),
    minutes: day,
    returned: false,
    refuse: CodesPaused,
  },
];

/** The number of calls that cost as much as the day's texts, but never more than the number of texts. */
const callsForTheSame = ({ codesPerDay, textPrice, callPrice }: CodeSpending): number =>
  callPrice > textPrice ? Math.max(1, Math.floor((codesPerDay * textPrice) / callPrice)) : codesPerDay;

/** Wrong codes for a number in an hour, whichever codes and browsers they were tried with. */
export const wrongTries = { holds: 10, minutes: hour } as const;

/** The allowance's number series. Pumping fills a carrier's series: ten thousand numbers share an allowance. */
export const prefixOf = (phone: string): string => phone.slice(0, -4);
