import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../../api/call.js';
import type { Address, Place } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';

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

const nothing: Found = { places: [], addresses: [], more: false };

/** Places and addresses that fit what somebody types; an older answer never overtakes a newer one. */
export function usePlaceSearch(text: string): Found {
  const [found, setFound] = useState<Found>(nothing);
  const q = searchable(text);
  useEffect(() => {
    if (q.length < 2) {
      setFound(nothing);
      return;
    }
    const abort = new AbortController();
    const query = `q=${encodeURIComponent(q)}&limit=${shown + 1}`;
    const timer = setTimeout(() => {
      Promise.all([
        call<Place[]>('GET', `/places?${query}`, { signal: abort.signal }),
        call<Address[]>('GET', `/addresses?${query}`, { signal: abort.signal }),
      ]).then(
        ([places, addresses]) =>
          setFound({
            q,
            places: places.slice(0, shown),
            addresses: addresses.slice(0, shown),
            more: places.length > shown || addresses.length > shown,
          }),
        (error: unknown) => {
          if (!abort.signal.aborted) setFound({ ...nothing, failure: failureIn(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  return found;
}
