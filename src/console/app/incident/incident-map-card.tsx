import type { IncidentInFull, OnMap } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { CollapsibleMap } from '../map/collapsible-map.js';
import { outcomeOnMapWords, words } from './incident.words.js';

const loadMap = () => import('../map/outcome-map.js');

/** Where the alert and its extensions went, coloured by how many were reached, with the same in words. */
export function IncidentMapCard({ incident: { root, broadcasts } }: { incident: IncidentInFull }) {
  const { say } = useSpeech();
  const went = broadcasts.some(({ planned, kind }) => planned !== undefined && kind === 'alert');
  const { data: areas } = useQuery<readonly OnMap[]>(went ? `/incidents/${root}/map` : undefined);
  if (!areas || areas.length === 0) return null;
  return (
    <section class="card" aria-labelledby="map-title">
      <h2 id="map-title">{say(words.map)}</h2>
      <ul class="map-outcomes">
        {areas.map(({ broadcast, outcome }) => (
          <li key={broadcast}>
            <span class={`map-swatch map-swatch-${outcome}`} aria-hidden="true" />
            {broadcasts.find(({ id }) => id === broadcast)?.audienceName}: {say(outcomeOnMapWords[outcome])}
          </li>
        ))}
      </ul>
      <CollapsibleMap load={loadMap}>{({ OutcomeMap }) => <OutcomeMap areas={areas} />}</CollapsibleMap>
    </section>
  );
}
