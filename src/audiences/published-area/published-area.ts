import type { Polygon } from 'geojson';

/** Where the pages and feeds of the municipality say that something is. It never tells a single dwelling. */
export interface PublishedArea {
  /** As a reader names it, Swedish: `Porsön`, or `Storgatan` for a few addresses. */
  readonly name: string;
  /** The streets of addresses that lie in no polygon, sorted. */
  readonly streets: readonly string[];
  /**
   * WGS 84, each without holes; together the area. Every address that is meant lies in one of them or in a street of
   * `streets`, and none that is left out lies in any. Empty if the place is only said in words.
   */
  readonly polygons: readonly Polygon[];
}
