import type { OnMap } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { outcomeOnMapWords, words } from './incident.words.js';

/** Blocks and areas that are named for each outcome. The map shows all. */
const mostNames = 12;

interface OutcomeLegendProps {
  /** Of the audience of a broadcast. */
  name: string;
  parts: readonly OnMap[];
}

/** Which parts of an area have which outcome, in words: the colours of the map are never alone. */
export function OutcomeLegend({ name, parts }: OutcomeLegendProps) {
  const { say } = useSpeech();
  return (
    <>
      <h3>{name}</h3>
      <ul class="map-outcomes">
        {parts.map((part) => (
          <li key={part.outcome}>
            <span class={`map-swatch map-swatch-${part.outcome}`} aria-hidden="true" />
            {say(outcomeOnMapWords[part.outcome])}
            <Named part={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Named({ part: { blocks, areas, rest } }: { part: OnMap }) {
  const { say } = useSpeech();
  const named = [...blocks, ...areas.map((area) => say(words.restOf, { area }))];
  const shown = named.slice(0, mostNames);
  const more = named.length - shown.length;
  const all = [
    ...shown,
    ...(more > 0 ? [say(words.moreParts, { count: String(more) })] : []),
    ...(rest ? [say(words.restOfAll)] : []),
  ];
  return all.length > 0 ? <>: {all.join('; ')}</> : null;
}
