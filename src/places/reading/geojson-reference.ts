import { geographic } from './source-file.js';

export interface GivenReference {
  readonly srid: number | undefined;
  /** The given text, if it can't be read. */
  readonly unknownReference?: string;
}

/**
 * The reference of a file. RFC 7946 knows only WGS 84. But files of map systems still have the older `crs` member, or
 * are in metres without saying so.
 *
 * @param crs `{"type":"name","properties":{"name":…}}` with `EPSG:3006`, `urn:ogc:def:crs:EPSG::3006`,
 *   `http://www.opengis.net/def/crs/EPSG/0/3006`, `…/epsg.xml#3006` or CRS84, or the oldest form
 *   `{"type":"EPSG","properties":{"code":3006}}`
 * @param first the file's first feature
 */
export function referenceOf(crs: unknown, first: unknown): GivenReference {
  if (crs === undefined || crs === null) return { srid: looksGeographic(first) ? geographic : undefined };
  const { type, properties } = crs as {
    type?: unknown;
    properties?: { name?: unknown; code?: unknown } | null;
  };
  const { name, code } = properties ?? {};
  const srid =
    typeof type === 'string' && type.toUpperCase() === 'EPSG'
      ? (codeOf(String(code)) ?? sridOf(code))
      : sridOf(name);
  return srid === undefined ? { srid, unknownReference: JSON.stringify(crs).slice(0, 200) } : { srid };
}

function sridOf(name: unknown): number | undefined {
  if (typeof name !== 'string') return undefined;
  // In "urn:ogc:def:crs,crs:EPSG::3006,crs:EPSG::5613" the second one is for heights.
  const said = name
    .trim()
    .replace(/\/$/, '')
    .replace(/^urn:ogc:def:crs,(crs:[^,]+),.*$/i, '$1');
  if (/(^|[:/])(OGC[:/](\d[\d.]*)?[:/]?)?CRS:?84$/i.test(said)) return geographic;
  return codeOf(/(?:^|[:/])EPSG(?:\.xml#|[:/]+(?:[\d.]+[:/]+)?) ?(\d+)$/i.exec(said)?.[1]);
}

const codeOf = (digits: string | undefined): number | undefined =>
  digits !== undefined && /^\d{4,6}$/.test(digits) ? Number(digits) : undefined;

function looksGeographic(feature: unknown): boolean {
  const { geometry } = (feature ?? {}) as { geometry?: { coordinates?: unknown } | null };
  let position: unknown = geometry?.coordinates;
  while (Array.isArray(position) && Array.isArray(position[0])) position = position[0];
  if (!Array.isArray(position)) return true;
  const [x, y] = position as unknown[];
  return !(Math.abs(Number(x)) > 360 || Math.abs(Number(y)) > 360);
}
