import { lanes } from '../../../kernel/lanes.js';
import type { BroadcastState, Lane } from '../api/answers.js';
import { expiryDate } from '../compose/form/expiry.js';
import { stateWords } from './broadcast.words.js';

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

/** The most characters of the text that the API takes. */
export const longestText = 200;

export const everything: IncidentFilter = { text: '', state: '', lane: '', department: '', from: '', to: '' };

export const isNarrowed = (filter: IncidentFilter): boolean => queryOf(filter) !== '';

/** The filter as a query of the API. Days are the municipality's. */
export function queryOf({ text, state, lane, department, from, to }: IncidentFilter): string {
  const fields = { q: text.trim(), state, lane, department, from: startOf(from), to: startOf(dayAfter(to)) };
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
}

/**
 * The filter as the query of the page's address, so that back, reload and a shared link show the same list. It has the
 * text and the days as they were typed.
 */
export function searchOf(filter: IncidentFilter): string {
  const given = Object.entries(namedInAddress(filter)).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query && `?${query}`;
}

/** The filter that an address asks for. What is not a filter is ignored: people shorten and misspell addresses. */
export function filterIn(search: string): IncidentFilter {
  const query = new URLSearchParams(search);
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(query.get(name) ?? '') ? query.get(name)! : '');
  return {
    text: (query.get('q') ?? '').slice(0, longestText),
    state: oneOf(Object.keys(stateWords) as BroadcastState[], query.get('state')),
    lane: oneOf(lanes, query.get('lane')),
    department: uuid.test(query.get('department') ?? '') ? query.get('department')! : '',
    from: day('from'),
    to: day('to'),
  };
}

const namedInAddress = ({ text, ...others }: IncidentFilter) => ({ q: text, ...others });

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | '' =>
  values.find((value) => value === given) ?? '';

const startOf = (day: string): string =>
  expiryDate({ kind: 'at', local: `${day}T00:00` }, new Date(0))?.toISOString() ?? '';

/** Calendar arithmetic in UTC, where each day has 24 hours. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
}
