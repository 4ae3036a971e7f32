import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import type { Near, Place, Shape } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { words as audienceWords } from './audience.words.js';
import { words as unreachedWords } from '../broadcast/unreached/unreached.words.js';
import { useSpeech } from '../language/language.js';
import { useMedia } from '../shell/use-media.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { words } from './map.words.js';
import { day, night, type Palette } from './palette.js';
import { markChosen } from './picking.js';
import { markLeftOut } from './left-out-layer.js';
import { markNear } from './near-layer.js';
import { drawShape } from './shape-layer.js';
import { boxAround, boxOf, boxOfNear } from './shapes.js';

export interface ShowMapProps {
  places: readonly Place[];
  shape: Shape | undefined;
  /** What the map is called, if it is not the audience's. */
  label?: Wording;
  near?: readonly Near[];
  /** Places that are left out. */
  leftOut?: readonly Place[];
  /** The broadcast whose unreached addresses are shown as points. */
  unreached?: string | undefined;
  /** What those points mean. */
  unreachedAs?: Wording | undefined;
}

const nothingNear: readonly Near[] = [];
const noPlaces: readonly Place[] = [];

/** A map that shows a broadcast's audience. */
export function ShowMap({
  places,
  shape,
  label = words.map,
  near = nothingNear,
  leftOut = noPlaces,
  unreached,
  unreachedAs = unreachedWords.legend,
}: ShowMapProps) {
  const { say } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  const view = boxAround([
    ...places.map(({ boundingBox }) => boundingBox),
    ...(shape ? [boxOf(shape)] : []),
    ...near.map(boxOfNear),
  ]);
  useEffect(() => {
    if (map) markChosen(map, places);
  }, [map, places]);
  useEffect(() => {
    if (map) drawShape(map, shape, (dark ? night : day).chosen);
  }, [map, shape]);
  useEffect(() => {
    if (map) markNear(map, near, (dark ? night : day).chosen);
  }, [map, near]);
  useEffect(() => {
    if (map) markLeftOut(map, leftOut, dark ? night : day);
  }, [map, leftOut]);
  const { data: points } = useQuery<FeatureCollection<Point>>(
    unreached === undefined ? undefined : `/broadcasts/${unreached}/unreached.geojson`,
  );
  useEffect(() => {
    if (map && points) drawPoints(map, points, dark ? night : day);
  }, [map, points]);
  return (
    <>
      <MapFrame>
        <MapCanvas view={view} dark={dark} label={say(label)} onReady={setMap} />
      </MapFrame>
      {leftOut.length > 0 && (
        <p class="map-legend">
          <span class="map-dashes" aria-hidden="true" /> {say(audienceWords.leftOut)}
        </p>
      )}
      {points !== undefined && points.features.length > 0 && (
        <p class="map-legend">
          <span class="map-dot" aria-hidden="true" /> {say(unreachedAs)}
        </p>
      )}
    </>
  );
}

function drawPoints(map: MapLibre, data: FeatureCollection<Point>, palette: Palette): void {
  const there = map.getSource<GeoJSONSource>('unreached');
  if (there) {
    void there.setData(data);
    return;
  }
  map.addSource('unreached', { type: 'geojson', data });
  map.addLayer({
    id: 'unreached',
    type: 'circle',
    source: 'unreached',
    paint: {
      // At low zoom a ring would be wider than the gap to the next house, so points are drawn as translucent dots
      // there.
      'circle-radius': ['interpolate', ['exponential', 1.6], ['zoom'], 10, 1, 13, 2, 16, 6],
      'circle-color': ['step', ['zoom'], palette.label, 14.5, palette.halo],
      'circle-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.45, 14.5, 1],
      'circle-stroke-color': palette.label,
      'circle-stroke-width': ['step', ['zoom'], 0, 14.5, 2.5],
    },
  });
}
