import type { Polygon } from 'geojson';

/** With fewer addresses the place is only said in words, and is not published unless somebody says so. */
export const fewestAddresses = 20;

/** What is left out of a polygon has at least so many addresses around it, so that nobody sees which one it is. */
export const fewestHidden = 5;

/** Where the pages and feeds of the municipality say that something is. It never tells a single dwelling. */
export interface PublishedArea {
  /**
   * As a reader names it, Swedish: `Kronan och Porsön`, `Nära Storgatan (Porsön)`, or `Storgatan (Porsön)` for a few
   * addresses. Never a house number or the designation or name of a property.
   */
  readonly name: string;
  /**
   * The streets of addresses that lie in no polygon, sorted. For a few addresses, a street with a single address is left
   * out, because it would tell the dwelling; the name tells the area.
   */
  readonly streets: readonly string[];
  /**
   * Every residential area that an address lies in, sorted: the name tells only the first of many, and none of a whole
   * municipality. Undefined if nobody worked it out.
   */
  readonly areas?: readonly string[] | undefined;
  /**
   * WGS 84 (longitude, latitude), at most six decimals; each closed, valid, counter-clockwise and without holes. They may
   * overlap by a metre where an area with a hole was cut. Every address that is meant lies in one of them or in a street
   * of `streets`, and none that is left out lies in any.
   *
   * Empty if the place is only said in words: for a few addresses, for properties that lie alone, or if the shape took
   * too long. In that last case `streets` is empty too.
   */
  readonly polygons: readonly Polygon[];
}

/** Whether all of the places lie in their polygons. Otherwise some of them are only said in words. */
export const isInPolygons = (places: readonly PublishedArea[]): boolean =>
  places.length > 0 && places.every(({ polygons, streets }) => polygons.length > 0 && streets.length === 0);
