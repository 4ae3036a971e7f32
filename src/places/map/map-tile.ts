import type { Geometry } from 'geojson';
import type { BoundingBox } from '../place-queries.repository.js';
import type { PlaceKind } from '../place-kind.js';

/** A tile of the usual web grid (Web Mercator, `y` from the north). */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export const tileLayers = [
  'water',
  'street',
  'municipality',
  'area',
  'block',
  'property',
  'address',
] as const;
export type TileLayer = (typeof tileLayers)[number];

export interface TileFeature {
  readonly layer: TileLayer;
  readonly id: string;
  readonly name: string | null;
  /** WGS 84. */
  readonly geometry: Geometry;
}

export const deepestZoom = 20;

/** Units along a tile's side. */
export const tileUnits = 4096;
/** How far a tile's features reach beyond its edge, in those units, so that no outline shows at the seam. */
export const tileBuffer = 64;
/** Size in CSS pixels at which a tile is drawn. */
export const tilePixels = 512;
export const equatorMetres = 40_075_016.686;

const longitude = (column: number, z: number): number => (column / 2 ** z) * 360 - 180;
const latitude = (row: number, z: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;

/** The tile's bounding box in WGS 84, with its buffer. */
export function tileBox({ z, x, y }: TileAddress): BoundingBox {
  const margin = tileBuffer / tileUnits;
  return [
    longitude(x - margin, z),
    latitude(y + 1 + margin, z),
    longitude(x + 1 + margin, z),
    latitude(y - margin, z),
  ];
}

/** The intersection of two boxes; undefined if they don't overlap. */
export function overlap(a: BoundingBox, b: BoundingBox): BoundingBox | undefined {
  const west = Math.max(a[0], b[0]);
  const south = Math.max(a[1], b[1]);
  const east = Math.min(a[2], b[2]);
  const north = Math.min(a[3], b[3]);
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** Metres on the ground per pixel, in the middle of the tile. */
export function metresPerPixel({ z, y }: TileAddress): number {
  const middle = (latitude(y + 0.5, z) * Math.PI) / 180;
  return (equatorMetres * Math.cos(middle)) / (2 ** z * tilePixels);
}

/** The kinds of places that a map shows at a zoom. More would be unreadable, and the tile heavy. */
export function placesShownAt(z: number): PlaceKind[] {
  const kinds: PlaceKind[] = ['municipality', 'area'];
  if (z >= 12) kinds.push('block');
  if (z >= 14) kinds.push('property');
  return kinds;
}
export const addressesShownAt = (z: number): boolean => z >= 16;

/** Shortest line that is drawn, in pixels. At low zooms only long streets are drawn; at high ones every lane. */
export const minLinePixels = (z: number): number => (z >= 15 ? 0 : z >= 11 ? 12 : 32);
/** Smallest area that is drawn, in square pixels. */
export const smallestAreaPixels = 4;
