import { useId } from 'preact/hooks';
import type { Department } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { lanes } from '../../../kernel/lanes.js';
import { useSpeech } from '../language/language.js';
import { laneWords, stateWords } from './broadcast.words.js';
import { everything, isNarrowed, longestText, type IncidentFilter } from './incident-filter.js';
import { words } from './list.words.js';

interface FilterPanelProps {
  filter: IncidentFilter;
  onChange: (filter: IncidentFilter) => void;
}

const states = Object.keys(stateWords) as (keyof typeof stateWords)[];

/** Searches the list and narrows it. */
export function FilterPanel({ filter, onChange }: FilterPanelProps) {
  const { say } = useSpeech();
  const id = useId();
  const { data: departments = [] } = useQuery<readonly Department[]>('/departments');
  const change = (patch: Partial<IncidentFilter>) => onChange({ ...filter, ...patch });
  const { text, ...others } = filter;
  const options = (named: readonly (readonly [value: string, label: string])[]) => [
    <option key="" value="">
      {say(words.all)}
    </option>,
    ...named.map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    )),
  ];
  return (
    <form class="list-filter screen-only" role="search" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for={`${id}-text`}>{say(words.search)}</label>
        <p class="hint" id={`${id}-hint`}>
          {say(words.searchHint)}
        </p>
        <input
          id={`${id}-text`}
          type="search"
          value={text}
          maxLength={longestText}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <details open={isNarrowed({ ...everything, ...others })}>
        <summary>{say(words.filter)}</summary>
        <div class="list-filter-fields">
          <div class="field">
            <label for={`${id}-state`}>{say(words.state)}</label>
            <select
              id={`${id}-state`}
              value={filter.state}
              onChange={(event) => change({ state: event.currentTarget.value as IncidentFilter['state'] })}
            >
              {options(states.map((state) => [state, say(stateWords[state])]))}
            </select>
          </div>
          <div class="field">
            <label for={`${id}-lane`}>{say(words.lane)}</label>
            <select
              id={`${id}-lane`}
              value={filter.lane}
              onChange={(event) => change({ lane: event.currentTarget.value as IncidentFilter['lane'] })}
            >
              {options(lanes.map((lane) => [lane, say(laneWords[lane])]))}
            </select>
          </div>
          <div class="field">
            <label for={`${id}-department`}>{say(words.department)}</label>
            <select
              id={`${id}-department`}
              value={filter.department}
              onChange={(event) => change({ department: event.currentTarget.value })}
            >
              {options(departments.map(({ id: department, name }) => [department, name]))}
            </select>
          </div>
          {(['from', 'to'] as const).map((day) => (
            <div class="field" key={day}>
              <label for={`${id}-${day}`}>{say(words[day])}</label>
              <input
                id={`${id}-${day}`}
                type="date"
                value={filter[day]}
                onInput={(event) => change({ [day]: event.currentTarget.value })}
              />
            </div>
          ))}
        </div>
      </details>
      {isNarrowed(filter) && (
        <button type="button" class="button button-quiet" onClick={() => onChange(everything)}>
          {say(words.clear)}
        </button>
      )}
    </form>
  );
}
