import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Place } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import { whoWords } from '../compose.words.js';
import { counted } from '../../contents/counted.words.js';
import { sortOf } from '../../contents/place.words.js';
import { sharesWord } from './likeness.js';
import { searchOptions, type SearchOption } from './search-options.js';
import { usePlaceSearch } from './use-place-search.js';

interface PlaceSearchProps {
  chosen: readonly Place[];
  label?: string;
  hint?: string;
  /** Filters the results that are offered. */
  offers?: (option: SearchOption) => boolean;
  onChoose: (option: SearchOption) => void;
}

/** A search box with its results, following WAI-ARIA's editable combobox with list autocomplete. */
export function PlaceSearch({ chosen, label, hint, offers = () => true, onChoose }: PlaceSearchProps) {
  const { say, count } = useSpeech();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const [told, setTold] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = usePlaceSearch(text);
  const options = useMemo(
    () => searchOptions(found.places, found.addresses, chosen, found.q).filter(offers),
    [found, chosen],
  );
  const expanded = open && options.length > 0;
  const optionId = (at: number) => `${id}-option-${String(at)}`;

  useEffect(() => setActive(undefined), [found]);
  useEffect(() => {
    if (active !== undefined) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function choose(option: SearchOption, touched = false): void {
    setTold(option.taken ? say(whoWords.takenAlready, { name: option.name }) : '');
    if (!option.taken) onChoose(option);
    setText('');
    setOpen(false);
    // A keyboard on the screen would cover what was chosen.
    if (touched) input.current?.blur();
    else input.current?.focus();
  }
  function move(by: 1 | -1): void {
    setOpen(true);
    if (options.length === 0) return;
    const from = active ?? (by === 1 ? -1 : 0);
    setActive((from + by + options.length) % options.length);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const option = active === undefined ? undefined : options[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && expanded && option) choose(option);
    else if (event.key === 'Escape') {
      if (!expanded) setText('');
      setOpen(false);
      setActive(undefined);
    } else return;
    event.preventDefault();
  }

  const onlyLike = expanded && !options.some(({ name }) => sharesWord(name, found.q ?? ''));
  const noResults = found.q !== undefined && found.q === text.trim() && options.length === 0;
  return (
    <div class="field combobox">
      <label for={id}>{label ?? say(whoWords.search)}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint ?? say(whoWords.searchHint)}
      </p>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="search"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={expanded && active !== undefined ? optionId(active) : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setTold('');
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {/* Must come before the list, which covers what follows it. */}
      <p role="status" class={noResults || told || onlyLike || (expanded && found.more) ? 'hint' : 'unseen'}>
        {told}
        {noResults && say(whoWords.noResults, { q: found.q ?? '' })}
        {onlyLike && `${say(whoWords.onlyLike, { q: found.q ?? '' })} `}
        {expanded &&
          (found.more
            ? say(whoWords.moreResults, { n: options.length })
            : count(options.length, counted.results))}
      </p>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={say(whoWords.results)}
        hidden={!expanded}
        class="options"
      >
        {options.map((option, at) => (
          <li
            key={option.key}
            id={optionId(at)}
            role="option"
            aria-selected={at === active}
            // The input must keep the focus, or the list closes before the choice.
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) =>
              choose(option, event instanceof PointerEvent && event.pointerType === 'touch')
            }
          >
            <span class="option-name">
              {option.name}
              {option.taken && <span class="option-taken"> {say(whoWords.taken)}</span>}
            </span>
            <span class="option-detail">
              {say(sortOf(option))}
              {option.detail && `, ${option.detail}`}
            </span>
          </li>
        ))}
      </ul>
      <FailureNote failure={found.failure} />
    </div>
  );
}
