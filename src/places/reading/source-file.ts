import type { TableRowFault } from '../../platform/tables/read-table.js';

/** EPSG code of WGS 84, the reference of GeoJSON itself. */
export const geographic = 4326;

/**
 * Bytes that one feature, line or record of a file may weigh. The largest real ones, a county's border to the metre,
 * weigh a few megabytes; what weighs more is a file without line breaks, or an attack, and would fill the memory.
 */
export const maxRecordBytes = 64 * 1024 * 1024;

/** One row of a file as it is written there, before a profile has said what is what. */
export interface SourceFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON, unchecked; undefined where the format has none. */
  readonly geometry?: unknown;
  /** Names among the properties that stand more than once in this row. */
  readonly doubled?: readonly string[];
  /** Why nothing of this row can be read. */
  readonly fault?: TableRowFault;
}

/** A layer that has been opened and can be read once. */
export interface SourceFile {
  /** EPSG code that the file itself gives; undefined where it gives none. */
  readonly srid: number | undefined;
  /** What it says of its reference, where that is in no form that is known. */
  readonly unknownReference?: string | undefined;
  /** All columns as people read them, where the format knows them before the first row; some may stand twice. */
  readonly columns?: readonly string[] | undefined;
  readonly features: AsyncIterable<SourceFeature>;
  /** How much of it has been read, 0–1. */
  readonly share: () => number;
}

/** What a profile says of a file besides its columns. */
export interface SourceOptions {
  readonly layer?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter: string;
}
