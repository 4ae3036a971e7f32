import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { MapBackground, PlaceKind } from '../api/answers.js';
import type { LabelledKind } from './label-points.js';
import type { Palette } from './palette.js';

/**
 * The kinds of place that can be chosen by clicking. The municipality can be chosen only by name, never by a slip of
 * the finger.
 */
export const pickLayers = ['property', 'block', 'area'] as const;
export type PickLayer = (typeof pickLayers)[number];

/** The lowest zoom at which the tiles contain each kind. */
export const shownFrom: Record<PickLayer, number> = { property: 14, block: 12, area: 0 };

const kinds: readonly PlaceKind[] = ['municipality', 'area', 'block', 'property'];

export const pickTarget = (layer: PickLayer): string => `pick-${layer}`;
/** The borders of the kind being chosen, drawn stronger. */
export const pickLine = (layer: PickLayer): string => `pick-${layer}-line`;
const chosenFill = (kind: PlaceKind): string => `chosen-${kind}-fill`;
const chosenLine = (kind: PlaceKind): string => `chosen-${kind}-line`;
export const allChosenLayers = kinds.flatMap((kind) => [
  [kind, chosenFill(kind)] as const,
  [kind, chosenLine(kind)] as const,
]);

/** No glyph server: the map draws letters with the device's own font, so that it works without the internet. */
const font = ['system-ui', 'sans-serif'];
const noId = ['in', ['get', 'id'], ['literal', []]] as const;

/**
 * The map style for our own tiles. It has invisible click targets for all kinds of place. A background covers our own
 * land, water and streets, so that these show where it can't be fetched. It is below everything that can be chosen.
 */
export function mapStyle(
  palette: Palette,
  origin: string,
  background: MapBackground | null = null,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      tiles: {
        type: 'vector',
        tiles: [`${origin}/api/v1/tiles/{z}/{x}/{y}.mvt`],
        minzoom: 4,
        maxzoom: 17,
      },
      // The chosen places as points, for zooms at which they are too small to see.
      chosen: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      labels: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      ...(background
        ? {
            background: {
              type: 'raster' as const,
              tiles: [
                background.template.startsWith('/') ? `${origin}${background.template}` : background.template,
              ],
              tileSize: background.tileSize,
            },
          }
        : {}),
    },
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
      fill('land', 'municipality', palette.land),
      fill('water', 'water', palette.water),
      ...(background ? [...streets(palette), raster(palette)] : []),
      line('property-line', 'property', palette.line, 0.7),
      line('block-line', 'block', palette.line, 1),
      ...(background ? [] : streets(palette)),
      line('area-line', 'area', palette.areaLine, 1.2, [3, 2]),
      line('municipality-line', 'municipality', palette.areaLine, 2),
      ...pickLayers.flatMap((layer) => [
        fill(pickTarget(layer), layer, palette.pick, 0),
        { ...line(pickLine(layer), layer, palette.pick, 1.5), layout: { visibility: 'none' } },
      ]),
      ...kinds.flatMap((kind) => [
        { ...fill(chosenFill(kind), kind, palette.chosen, 0.3), filter: noId },
        { ...line(chosenLine(kind), kind, palette.chosen, 2.5), filter: noId },
      ]),
      chosenDot('property', palette),
      chosenDot('block', palette),
      // The background has its own labels for streets and water.
      ...labels(palette).filter(({ id }) => !background || !['street-label', 'water-label'].includes(id)),
    ] as LayerSpecification[],
  };
}

const chosenDot = (kind: 'property' | 'block', palette: Palette) => ({
  id: `chosen-${kind}-dot`,
  type: 'circle' as const,
  source: 'chosen',
  maxzoom: shownFrom[kind],
  filter: ['==', ['get', 'kind'], kind],
  paint: {
    'circle-radius': 7,
    'circle-color': palette.chosen,
    'circle-stroke-color': palette.halo,
    'circle-stroke-width': 2,
  },
});

const fill = (id: string, layer: string, color: string, opacity = 1) => ({
  id,
  type: 'fill' as const,
  source: 'tiles',
  'source-layer': layer,
  paint: { 'fill-color': color, 'fill-opacity': opacity },
});

const line = (id: string, layer: string, color: string, width: number, dash?: number[]) => ({
  id,
  type: 'line' as const,
  source: 'tiles',
  'source-layer': layer,
  layout: { 'line-join': 'round' as const },
  paint: { 'line-color': color, 'line-width': width, ...(dash ? { 'line-dasharray': dash } : {}) },
});

const streets = (palette: Palette) => [
  street('street-edge', palette.streetEdge, 2),
  street('street', palette.street, 0),
];

const raster = ({ backgroundBrightness }: Palette) => ({
  id: 'background',
  type: 'raster' as const,
  source: 'background',
  // Paler, so that what can be chosen stands out.
  paint: { 'raster-saturation': -0.3, 'raster-brightness-max': backgroundBrightness },
});

/** @param edge how much wider than the street, in pixels, for the line below it */
const street = (id: string, color: string, edge: number) => ({
  ...line(id, 'street', color, 1),
  layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
  paint: {
    'line-color': color,
    'line-width': [
      'interpolate',
      ['exponential', 1.6],
      ['zoom'],
      10,
      0.6 + edge / 4,
      14,
      2 + edge,
      18,
      14 + edge,
    ],
  },
});

type Layout = NonNullable<SymbolLayerSpecification['layout']>;
type Paint = NonNullable<SymbolLayerSpecification['paint']>;

function labels(palette: Palette): LayerSpecification[] {
  const common = (minzoom: number, layout: Layout, paint: Paint) => ({
    type: 'symbol' as const,
    minzoom,
    layout: { 'text-field': name, 'text-font': font, ...layout },
    paint: {
      'text-color': palette.label,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.6,
      ...paint,
    },
  });
  const label = (
    id: string,
    layer: string,
    minzoom: number,
    layout: Layout,
    paint: Paint = {},
  ): SymbolLayerSpecification => ({
    id,
    source: 'tiles',
    'source-layer': layer,
    ...common(minzoom, layout, paint),
  });
  const placed = (
    kind: LabelledKind,
    minzoom: number,
    layout: Layout,
    paint: Paint = {},
  ): SymbolLayerSpecification => ({
    id: `${kind}-label`,
    source: 'labels',
    filter: ['==', ['get', 'kind'], kind],
    ...common(minzoom, layout, paint),
  });
  return [
    label(
      'address-label',
      'address',
      17,
      { 'text-field': houseNumber, 'text-size': 11 },
      { 'text-color': palette.address },
    ),
    placed('property', 16, { 'text-size': 12, 'text-padding': 8 }),
    label('street-label', 'street', 14, {
      'text-size': 12,
      'symbol-placement': 'line',
      'text-max-angle': 35,
    }),
    placed('block', 14, { 'text-size': 12, 'text-padding': 12 }, { 'text-opacity': 0.85 }),
    placed('area', 9, { 'text-size': 15, 'text-padding': 16, 'text-letter-spacing': 0.03 }),
    label(
      'water-label',
      'water',
      11,
      { 'text-size': 13, 'text-padding': 60 },
      { 'text-color': palette.waterLabel },
    ),
  ];
}

const name: ExpressionSpecification = ['get', 'name'];

// "Storgatan 3" is on Storgatan: the number is enough.
const houseNumber: ExpressionSpecification = ['slice', name, ['+', 1, ['index-of', ' ', name]]];
