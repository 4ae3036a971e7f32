import type { TableRowFault } from '../../platform/tables/read-table.js';
import type { PlaceKind } from '../place-kind.js';

/** A property, a block, an area or a municipality's border, as a dataset has it. */
export interface PlaceRow {
  /** Its position in its layer, counted from 1. Default: its ordinal number. */
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  /** Default: the key. */
  readonly name?: string | undefined;
  /** For a property: the block in its designation, if blocks are made of designations. */
  readonly blockKey?: string | undefined;
  /** GeoJSON `Polygon` or `MultiPolygon` in the layer's reference; unchecked. */
  readonly geometry: unknown;
}

export interface AddressRow {
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  readonly street?: string | undefined;
  /** With its letter: `12 B`. May be missing: a farm has only a name. */
  readonly number?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly locality?: string | undefined;
  /**
   * The key of the property it refers to, in the same dataset. Several rows of one address may name different
   * properties.
   */
  readonly propertyKey?: string | undefined;
  /** GeoJSON `Point` in the layer's reference; unchecked. An address without one is placed inside its property. */
  readonly point?: unknown;
}

/** Something that is drawn behind the places, and is never a target. */
export interface BackgroundRow {
  readonly row?: number | undefined;
  readonly name?: string | undefined;
  /** GeoJSON lines or polygons in the layer's reference; unchecked. */
  readonly geometry: unknown;
}

/** A row that its reader left out on purpose, and why. It is still counted and listed. */
export interface SkippedRow {
  readonly row?: number | undefined;
  readonly key?: string | undefined;
  readonly skipped: 'filtered' | 'no-key';
}

/** A row of which nothing can be read. It is refused. */
export interface UnreadableRow {
  readonly row: number;
  readonly unreadable: TableRowFault;
}

type AnyRow<T> = T | SkippedRow | UnreadableRow;
type Rows<T> = Iterable<AnyRow<T>> | AsyncIterable<AnyRow<T>>;

interface LayerOf<K extends string, T> {
  readonly kind: K;
  /** Names the layer in the account; unique in a dataset. */
  readonly name: string;
  /** EPSG code of its coordinates. Default: WGS 84 (4326). */
  readonly srid?: number | undefined;
  /** Somebody has decided on this reference, regardless of what the source says. */
  readonly sridDecided?: boolean | undefined;
  readonly rows: Rows<T>;
  /** The share of its source that has been read, 0–1, if known. */
  readonly share?: (() => number) | undefined;
}

export interface PlaceLayer extends LayerOf<PlaceKind, PlaceRow> {
  /** Rows with the same key are the polygons of one place, and become one MultiPolygon. */
  readonly grouped?: boolean | undefined;
  /** Its rows name their block (`blockKey`), and the blocks are made of them. */
  readonly makesBlocks?: boolean | undefined;
}
export type AddressLayer = LayerOf<'address', AddressRow>;

export const backgroundKinds = ['water', 'street'] as const;
export type BackgroundKind = (typeof backgroundKinds)[number];
export type BackgroundLayer = LayerOf<BackgroundKind, BackgroundRow>;

/** One layer of a dataset. Its rows may come from a file, a generator or a test, and are all taken in the same way. */
export type DatasetLayer = PlaceLayer | AddressLayer | BackgroundLayer;
export type LayerKind = DatasetLayer['kind'];
