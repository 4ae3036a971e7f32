import type { Polygon } from 'geojson';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Outline } from '../../places/map/map-outlines.repository.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import { areasOf } from '../../publishing/bulletin/what-holds.js';
import { numberRadius, placeNumbers } from './map-numbers.js';
import { middleOf, pathOf, viewOf, type MapView, type Spot } from './map-view.js';
import { newsWords } from './news.words.js';
import { isGoingOn, placesOf } from './story.js';

interface NewsMapProps {
  readonly language: InterfaceLanguage;
  /** In the order of the list whose numbers they have. A single one has no number. */
  readonly incidents: readonly PublicIncident[];
  readonly outlines: readonly Outline[];
}

/** Where incidents are, as a drawing with a text alternative. Nothing if none has a shape. */
export function NewsMap({ language, incidents, outlines }: NewsMapProps) {
  const shaped = incidents.map((incident, nth) => ({
    number: nth + 1,
    incident,
    shapes: areasOf(incident).flatMap(({ polygons }) => polygons),
  }));
  const all = shaped.flatMap(({ shapes }) => shapes);
  if (all.length === 0) return null;
  const words = newsWords[language].map;
  const view = viewOf(all);
  const places = shaped
    .filter(({ shapes }) => shapes.length > 0)
    .map(
      ({ number, incident }) =>
        `${incidents.length > 1 ? `${number}: ` : ''}${placesOf(incident).join(', ')}`,
    );
  const numbers = incidents.length > 1 ? numbersOf(shaped, view) : [];
  return (
    <figure class="news-map">
      <svg
        role="img"
        aria-label={`${words.alternative} ${places.join('. ')}.`}
        viewBox={`0 0 ${view.width} ${view.height}`}
        focusable="false"
      >
        <Outlines kind="municipality" outlines={outlines} view={view} />
        {shaped.map(({ number, incident, shapes }) => (
          <Published key={number} isOver={!isGoingOn(incident)} shapes={shapes} view={view} />
        ))}
        <Outlines kind="area" outlines={outlines} view={view} />
        <Names outlines={outlines} view={view} taken={numbers.map(({ spot }) => spot)} />
        {numbers.map(({ number, spot: [x, y] }) => (
          <g key={number} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
            <circle class="map-dot" r={numberRadius} />
            <text class="map-number" text-anchor="middle" dominant-baseline="central">
              {number}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{incidents.some(isGoingOn) ? words.caption : words.captionOver}</figcaption>
    </figure>
  );
}

interface Numbered {
  readonly number: number;
  readonly spot: Spot;
}

function numbersOf(
  shaped: readonly { readonly number: number; readonly shapes: readonly Polygon[] }[],
  view: MapView,
): Numbered[] {
  const wanted = shaped.flatMap(({ number, shapes }): Numbered[] => {
    const spot = shapes.map((shape) => middleOf(shape, view)).find((one) => one !== undefined);
    return spot ? [{ number, spot }] : [];
  });
  const spots = placeNumbers(
    wanted.map(({ spot }) => spot),
    view,
  );
  return wanted.flatMap(({ number }, nth): Numbered[] => {
    const spot = spots[nth];
    return spot ? [{ number, spot }] : [];
  });
}

interface PublishedProps {
  readonly isOver: boolean;
  readonly shapes: readonly Polygon[];
  readonly view: MapView;
}

/** Where an incident is, or was: another colour and another line. The ground lies on the edges where polygons meet. */
function Published({ isOver, shapes, view }: PublishedProps) {
  const d = shapes.map((shape) => pathOf(shape, view)).join('');
  return (
    d && (
      <g class={isOver ? 'map-over' : 'map-published'}>
        <path class="map-edge" d={d} />
        <path class="map-ground" d={d} />
      </g>
    )
  );
}

interface OutlinesProps {
  readonly kind: Outline['kind'];
  readonly outlines: readonly Outline[];
  readonly view: MapView;
}

const Outlines = ({ kind, outlines, view }: OutlinesProps) => (
  <>
    {outlines
      .filter((outline) => outline.kind === kind)
      .map(({ name, shape }) => {
        const d = pathOf(shape, view);
        return d && <path key={name} class={`map-${kind}`} d={d} />;
      })}
  </>
);

interface NamesProps {
  readonly outlines: readonly Outline[];
  readonly view: MapView;
  /** Where numbers stand. */
  readonly taken: readonly Spot[];
}

/** Names of areas, as many as fit without touching each other or a number. The largest areas come first. */
function Names({ outlines, view, taken }: NamesProps) {
  const placed: { name: string; at: Spot; half: number }[] = taken.map((at) => ({ name: '', at, half: 20 }));
  for (const { kind, name, shape } of outlines) {
    const at = kind === 'area' ? middleOf(shape, view) : undefined;
    if (!at) continue;
    // Half the width of the name, at the size that the stylesheet gives it.
    const half = name.length * 4.9;
    const isInside = at[0] - half > 0 && at[0] + half < view.width && at[1] > 12 && at[1] < view.height - 12;
    const isFree = placed.every(
      (other) => Math.abs(other.at[0] - at[0]) > other.half + half + 6 || Math.abs(other.at[1] - at[1]) > 26,
    );
    if (isInside && isFree) placed.push({ name, at, half });
  }
  return (
    <>
      {placed
        .filter(({ name }) => name)
        .map(({ name, at: [x, y] }) => (
          <text
            key={name}
            class="map-name"
            x={x.toFixed(1)}
            y={y.toFixed(1)}
            text-anchor="middle"
            dominant-baseline="central"
          >
            {name}
          </text>
        ))}
    </>
  );
}
