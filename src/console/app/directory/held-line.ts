import type { HeldValue } from '../api/answers.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { Format } from '../language/format.js';

const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A stored row as one line: empty values are left out, and times are in the usual format. */
export function heldLine(
  row: Readonly<Record<string, HeldValue>>,
  say: (wording: Wording) => string,
  format: Pick<Format, 'moment'>,
): string {
  return Object.values(row)
    .map((value) => {
      if (value === null || typeof value === 'boolean') return '';
      if (typeof value === 'object') return say(value);
      return typeof value === 'string' && isMoment.test(value) ? format.moment(value) : String(value);
    })
    .filter(Boolean)
    .join(' · ');
}
