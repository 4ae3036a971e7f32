import { useEffect, useRef, useState } from 'preact/hooks';
import { useNavigation } from '../navigation/navigation.js';
import { useSettled } from '../shell/use-settled.js';
import { filterIn, searchOf, type IncidentFilter } from './incident-filter.js';

/** Milliseconds. Safari refuses more than a hundred changes of the address in half a minute. */
const pause = 300;

/** The filter of the list as it is typed. It is taken from the address, and written to it when typing pauses. */
export function useAddressedFilter(): [IncidentFilter, (filter: IncidentFilter) => void] {
  const { search, refine } = useNavigation();
  const [filter, setFilter] = useState(() => filterIn(search));
  const written = useRef(search);
  const settled = useSettled(searchOf(filter), pause);
  useEffect(() => {
    // What had settled is outdated if a link or the Back button has changed the filter meanwhile.
    if (settled !== searchOf(filter) || settled === searchOf(filterIn(written.current))) return;
    written.current = settled;
    refine(settled);
  }, [settled]);
  useEffect(() => {
    // Back, forward or a link. What was written here is older than what is being typed.
    if (search === written.current) return;
    written.current = search;
    setFilter(filterIn(search));
  }, [search]);
  return [filter, setFilter];
}
