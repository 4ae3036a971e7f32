import { useMemo } from 'preact/hooks';
import { call } from '../../api/call.js';
import type { Address, Place } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useQuery } from '../../api/use-query.js';
import { useSettled } from '../../shell/use-settled.js';

/** How long a person may pause before the search begins, in milliseconds. */
const pause = 200;
/** Of places and of addresses; one more is asked for, to know whether there are more. */
const shown = 8;
/** Characters that a search takes; of a longer list its first lines, and no half of a number. */
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
  /** What was searched for; undefined before the first answer. */
  readonly q?: string;
  readonly places: readonly Place[];
  readonly addresses: readonly Address[];
  /** Whether there are more than these. */
  readonly more: boolean;
  readonly failure?: Failure;
}

/** Places and addresses that fit what somebody types. */
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
