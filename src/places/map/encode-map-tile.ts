import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';
import {
  deepestZoom,
  tileBuffer,
  tileUnits,
  type TileAddress,
  type TileFeature,
  type TileLayer,
} from './map-tile.js';

interface EncodableTile {
  readonly features: readonly unknown[];
}
interface TileOptions {
  readonly extent: number;
  readonly buffer: number;
  readonly clip: boolean;
  readonly tolerance: number;
  readonly maxZoom: number;
}
// The packages' own types do not resolve under NodeNext, so the used parts are declared here.
const toTile = geoJSONToTile as unknown as (
  data: FeatureCollection,
  z: number,
  x: number,
  y: number,
  options: TileOptions,
) => EncodableTile;
const encode = fromGeojsonVt as unknown as (
  layers: Readonly<Record<string, EncodableTile>>,
  options: { version: 2; extent: number },
) => Uint8Array;

/** Encodes a Mapbox Vector Tile (2.1), with a layer for each kind of thing in it; undefined if it is empty. */
export function encodeMapTile(
  { z, x, y }: TileAddress,
  features: readonly TileFeature[],
): Uint8Array | undefined {
  const byLayer = new Map<TileLayer, Feature[]>();
  for (const { layer, id, name, geometry } of features) {
    const properties = name === null ? { id } : { id, name };
    const feature: Feature = { type: 'Feature', geometry, properties };
    const others = byLayer.get(layer);
    if (others) others.push(feature);
    else byLayer.set(layer, [feature]);
  }
  const layers: Record<string, EncodableTile> = {};
  for (const [layer, list] of byLayer) {
    const tile = toTile({ type: 'FeatureCollection', features: list }, z, x, y, {
      extent: tileUnits,
      buffer: tileBuffer,
      clip: true,
      tolerance: 1,
      maxZoom: deepestZoom,
    });
    if (tile.features.length > 0) layers[layer] = tile;
  }
  if (Object.keys(layers).length === 0) return undefined;
  return encode(layers, { version: 2, extent: tileUnits });
}
