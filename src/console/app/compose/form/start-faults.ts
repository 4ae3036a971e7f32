import type { Wording } from '../../../../kernel/refusal.js';
import { isSkipped, startOf } from './start.js';

interface StartFault {
  readonly field: string;
  readonly wording: Wording;
  readonly values?: Readonly<Record<string, number>>;
}

/** How far ahead the API lets a broadcast wait, in days. */
const maxDaysAhead = 31;

const wordings = {
  missing: { sv: 'Ange när det ska skickas.', en: 'Say when it is to be sent.' },
  past: { sv: 'Den tiden har passerat. Välj en senare.', en: 'That time has passed. Choose a later one.' },
  skipped: {
    sv: 'Den tiden finns inte: klockan ställs fram då. Välj en annan.',
    en: 'That time does not exist: the clocks go forward then. Choose another.',
  },
  far: { sv: 'Välj en tid inom {days} dygn.', en: 'Choose a time within {days} days.' },
  afterExpiry: {
    sv: 'Det måste börja skickas före sluttiden.',
    en: 'Sending must begin before the time it stops.',
  },
} satisfies Record<string, Wording>;

export const expiryAfter: StartFault = { field: 'expiry-at', wording: wordings.afterExpiry };

/** Faults of the time at which it is to be sent. */
export function startFaults(form: { readonly start?: string | undefined }, now: Date): StartFault[] {
  if (form.start === undefined) return [];
  const field = 'start-at';
  const startsAt = startOf(form);
  if (!startsAt) return [{ field, wording: wordings.missing }];
  if (isSkipped(form.start, startsAt)) return [{ field, wording: wordings.skipped }];
  if (startsAt <= now) return [{ field, wording: wordings.past }];
  const isFar = startsAt.getTime() - now.getTime() > maxDaysAhead * 86_400_000;
  return isFar ? [{ field, wording: wordings.far, values: { days: maxDaysAhead } }] : [];
}
