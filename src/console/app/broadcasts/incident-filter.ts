import type { BroadcastState, Lane } from '../api/answers.js';
import { expiryDate } from '../compose/form/expiry.js';

/** What the list is narrowed to. Empty fields narrow nothing. */
export interface IncidentFilter {
  readonly text: string;
  readonly state: BroadcastState | '';
  readonly lane: Lane | '';
  /** A department's id. */
  readonly department: string;
  /** The first day, e.g. `2026-11-30`. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

export const everything: IncidentFilter = { text: '', state: '', lane: '', department: '', from: '', to: '' };

export const isNarrowed = (filter: IncidentFilter): boolean => queryOf(filter) !== '';

/** The filter as a query of the API. Days are the municipality's. */
export function queryOf({ text, state, lane, department, from, to }: IncidentFilter): string {
  const fields = { q: text.trim(), state, lane, department, from: startOf(from), to: startOf(dayAfter(to)) };
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
}

const startOf = (day: string): string =>
  expiryDate({ kind: 'at', local: `${day}T00:00` }, new Date(0))?.toISOString() ?? '';

/** Calendar arithmetic in UTC, where each day has 24 hours. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
}
