import type { TableRowFault } from '../../platform/tables/read-table.js';

/** EPSG code of WGS 84, the reference of GeoJSON itself. */
export const geographic = 4326;

/**
 * Most bytes of one feature, line or record of a file. The largest real ones, a county's border to the metre, have a
 * few megabytes. Anything larger is a file without line breaks, or an attack, and would fill the memory.
 */
export const maxRecordBytes = 64 * 1024 * 1024;

/** One row of a file as written, before a profile is applied. */
export interface SourceFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON, unchecked; undefined if the format has none. */
  readonly geometry?: unknown;
  /** Names of properties that occur more than once in this row. */
  readonly doubled?: readonly string[];
  /** Why nothing in this row can be read. */
  readonly fault?: TableRowFault;
}

/** A layer that has been opened and can be read once. */
export interface SourceFile {
  /** EPSG code that the file itself gives; undefined if it gives none. */
  readonly srid: number | undefined;
  /** The reference as the file gives it, if its form is unknown. */
  readonly unknownReference?: string | undefined;
  /** The normalized names of all columns, if the format gives them before the first row. There may be duplicates. */
  readonly columns?: readonly string[] | undefined;
  readonly features: AsyncIterable<SourceFeature>;
  /** The share of it that has been read, 0–1. */
  readonly share: () => number;
}

/** What a profile gives for a file besides its columns. */
export interface SourceOptions {
  readonly layer?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter: string;
}
