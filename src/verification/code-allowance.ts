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

/** Against pumping: fraud that has codes sent to many numbers for a share of what they cost. */
export interface Allowance {
  readonly scope: 'phone-hour' | 'phone-day' | 'client' | 'prefix' | 'total' | 'breaker';
  /** How many codes it holds when full, and how many minutes it takes from empty to full. */
  readonly holds: number;
  readonly minutes: number;
  /** Given back when the code is used: then it went to a resident, and a popular day is no attack. */
  readonly returned: boolean;
  readonly refuse: typeof CodesPaused;
}

const hour = 60;
const day = 24 * hour;

/**
 * All of them, in the order they are locked and reported.
 *
 * @param codesPerDay the spending breaker: whoever asks, no more codes are sent in a day
 */
export const allowances = (codesPerDay: number): readonly Allowance[] => [
  { scope: 'phone-hour', holds: 5, minutes: hour, returned: false, refuse: TooManyForNumber },
  { scope: 'phone-day', holds: 10, minutes: day, returned: false, refuse: TooManyForNumber },
  { scope: 'client', holds: 20, minutes: hour, returned: true, refuse: TooManyFromAddress },
  { scope: 'prefix', holds: 60, minutes: hour, returned: true, refuse: CodesPaused },
  { scope: 'total', holds: 300, minutes: hour, returned: true, refuse: CodesPaused },
  { scope: 'breaker', holds: codesPerDay, minutes: day, returned: false, refuse: CodesPaused },
];

/** Pumping fills the series that a carrier holds: ten thousand numbers share an allowance. */
export const prefixOf = (phone: string): string => phone.slice(0, -4);
