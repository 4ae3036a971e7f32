import type { HeldValue } from '../api/answers.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { Format } from '../language/format.js';

const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A row of what is kept as a line: what says nothing is left out, moments are written as everywhere. */
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
