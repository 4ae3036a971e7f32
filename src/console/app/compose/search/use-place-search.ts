import { useMemo } from 'preact/hooks';
import { call } from '../../api/call.js';
import type { Address, Place } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useQuery } from '../../api/use-query.js';
import { useSettled } from '../../shell/use-settled.js';

/** Debounce before the search, in milliseconds. */
const pause = 200;
/** Places and addresses shown, each. One more is requested, to know whether there are more. */
const shown = 8;
/** Characters that a search accepts. A longer text is cut between words, so that no number is cut in two. */
const longest = 200;

export const searchable = (text: string): string => {
  const typed = text.trim();
  return typed.length > longest
    ? typed
        .slice(0, longest)
        .replace(/\S{0,40}$/, '')
        .trim()
    : typed;
};

export interface Found {
  /** The text that was searched for; undefined before the first answer. */
  readonly q?: string;
  readonly places: readonly Place[];
  readonly addresses: readonly Address[];
  /** Whether there are more results than these. */
  readonly more: boolean;
  readonly failure?: Failure;
}

/** Places and addresses that match the typed text. */
export function usePlaceSearch(text: string): Found {
  const typed = searchable(text);
  const q = useSettled(typed.length < 2 ? undefined : typed, pause);
  const query = `q=${encodeURIComponent(q ?? '')}&limit=${shown + 1}`;
  const { data, failure } = useQuery<Omit<Found, 'failure'>>(q && `/places?${query}`, {
    of: 'with addresses',
    ask: async (signal) => {
      const [places, addresses] = await Promise.all([
        call<Place[]>('GET', `/places?${query}`, { signal }),
        call<Address[]>('GET', `/addresses?${query}`, { signal }),
      ]);
      return {
        q,
        places: places.slice(0, shown),
        addresses: addresses.slice(0, shown),
        more: places.length > shown || addresses.length > shown,
      };
    },
    keepsBefore: true,
  });
  return useMemo(() => ({ ...(data ?? nothing), failure }), [data, failure]);
}

const nothing: Found = { places: [], addresses: [], more: false };
