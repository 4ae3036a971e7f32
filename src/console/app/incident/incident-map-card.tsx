import type { IncidentInFull, OnMap } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { CollapsibleMap } from '../map/collapsible-map.js';
import { words } from './incident.words.js';
import { OutcomeLegend } from './outcome-legend.js';

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
      {[...new Set(areas.map(({ broadcast }) => broadcast))].map((id) => (
        <OutcomeLegend
          key={id}
          name={broadcasts.find((one) => one.id === id)?.audienceName ?? ''}
          parts={areas.filter(({ broadcast }) => broadcast === id)}
        />
      ))}
      {areas.some(({ blocks, areas: parts }) => blocks.length + parts.length > 0) && (
        <p class="hint">{say(words.mapParts)}</p>
      )}
      <CollapsibleMap load={loadMap}>{({ OutcomeMap }) => <OutcomeMap areas={areas} />}</CollapsibleMap>
    </section>
  );
}
