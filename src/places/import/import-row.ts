import type { TableRowFault } from '../../platform/tables/read-table.js';
import type { PlaceKind } from '../place-kind.js';

/** A property, a block, an area or a municipality's border, as a dataset has it. */
export interface PlaceRow {
  /** Where it is in its layer, counted from 1; its ordinal number when left out. */
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  /** The key when left out. */
  readonly name?: string | undefined;
  /** Of a property: the block that its designation says it is in, where blocks are made of designations. */
  readonly blockKey?: string | undefined;
  /** GeoJSON `Polygon` or `MultiPolygon` in the layer's reference; unchecked. */
  readonly geometry: unknown;
}

export interface AddressRow {
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  readonly street?: string | undefined;
  /** With its letter: `12 B`. May be missing: a farm has a name only. */
  readonly number?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly locality?: string | undefined;
  /** The key of the property it refers to, in the same dataset. Several rows of one address may name several. */
  readonly propertyKey?: string | undefined;
  /** GeoJSON `Point` in the layer's reference, unchecked; without one the address is placed inside its property. */
  readonly point?: unknown;
}

/** Something drawn behind the places: never a target. */
export interface BackgroundRow {
  readonly row?: number | undefined;
  readonly name?: string | undefined;
  /** GeoJSON lines or polygons in the layer's reference; unchecked. */
  readonly geometry: unknown;
}

/** A row that its reader left out on purpose, and why: it is counted and listed all the same. */
export interface SkippedRow {
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  readonly skipped: 'filtered' | 'no-key';
}

/** A row of which its file has nothing that can be read: it is refused. */
export interface UnreadableRow {
  readonly row: number;
  readonly unreadable: TableRowFault;
}

type AnyRow<T> = T | SkippedRow | UnreadableRow;
type Rows<T> = Iterable<AnyRow<T>> | AsyncIterable<AnyRow<T>>;

interface LayerOf<K extends string, T> {
  readonly kind: K;
  /** Names the layer in the account; no two alike in one dataset. */
  readonly name: string;
  /** EPSG code of its coordinates; WGS 84 (4326) when left out. */
  readonly srid?: number | undefined;
  /** Somebody has decided that this is the reference, whatever the source says. */
  readonly sridDecided?: boolean | undefined;
  readonly rows: Rows<T>;
  /** How much of its source has been read, 0–1, where that is known. */
  readonly share?: (() => number) | undefined;
}

export interface PlaceLayer extends LayerOf<PlaceKind, PlaceRow> {
  /** Rows with one key are the polygons of one place, and become one MultiPolygon. */
  readonly grouped?: boolean | undefined;
  /** Its rows say which block they are in, and the blocks are made of them. */
  readonly makesBlocks?: boolean | undefined;
}
export type AddressLayer = LayerOf<'address', AddressRow>;

export const backgroundKinds = ['water', 'street'] as const;
export type BackgroundKind = (typeof backgroundKinds)[number];
export type BackgroundLayer = LayerOf<BackgroundKind, BackgroundRow>;

/** One layer of a dataset: rows from a file, a generator or a test, all taken the same way. */
export type DatasetLayer = PlaceLayer | AddressLayer | BackgroundLayer;
export type LayerKind = DatasetLayer['kind'];
