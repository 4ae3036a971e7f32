import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { FileUnreadable } from './import-refusals.js';
import { geographic, type SourceFeature, type SourceFile } from './source-file.js';

interface Feature {
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: unknown;
}

/** What RFC 8142 puts before each feature. */
const recordSeparator = '\u001e';

/**
 * Opens GeoJSON: a collection of features or a single one. Read by ourselves, because other readers mend or leave out
 * what is broken without a word. A feature's own id is its column `@id`.
 *
 * @throws places.file-unreadable
 */
export async function readGeoJson(path: string): Promise<SourceFile> {
  const document = parseJson(await contentOf(path), path);
  const { type, features, crs } = document as { type?: unknown; features?: unknown; crs?: unknown };
  const list = type === 'Feature' ? [document] : features;
  if (!Array.isArray(list))
    throw FileUnreadable({ file: path, reason: 'it is no GeoJSON FeatureCollection' });
  const srid = sridOf(crs, list);
  return { srid, features: asFeatures(list) };
}

async function contentOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw FileUnreadable({ file: path, reason: reasonOf(error) });
  }
}

/** Opens GeoJSON with a feature a line (RFC 8142 with or without its separators); always WGS 84. */
export function readGeoJsonLines(path: string): SourceFile {
  return { srid: geographic, features: linesOf(path) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the same shape as files that are read bit by bit
async function* asFeatures(list: readonly unknown[]): AsyncGenerator<SourceFeature> {
  for (const feature of list) yield asFeature(feature);
}

export async function* linesOf(path: string): AsyncGenerator<SourceFeature> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const json = (line.startsWith(recordSeparator) ? line.slice(1) : line).trim();
    if (json !== '') yield asFeature(parseJson(json, path));
  }
}

function asFeature(feature: unknown): SourceFeature {
  const { id, properties, geometry } = (feature ?? {}) as Feature;
  return { properties: { ...(id !== undefined && { '@id': id }), ...properties }, geometry };
}

const reasonOf = (error: unknown): string => (error as Error).message;

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw FileUnreadable({ file: path, reason: reasonOf(error) });
  }
}

/**
 * The reference that the file gives: RFC 7946 knows only WGS 84, but what comes from a map system still carries the
 * older `crs` member, or is in metres and says nothing.
 */
function sridOf(crs: unknown, features: readonly unknown[]): number | undefined {
  if (crs === undefined || crs === null) return looksGeographic(features) ? geographic : undefined;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') return undefined;
  if (/CRS:?84$/.test(name)) return geographic;
  const code = /EPSG:.*?(\d+)$/.exec(name)?.[1];
  return code === undefined ? undefined : Number(code);
}

function looksGeographic(features: readonly unknown[]): boolean {
  let position: unknown = features
    .map((feature) => (feature as Feature | null)?.geometry as { coordinates?: unknown } | null | undefined)
    .find((geometry) => geometry?.coordinates)?.coordinates;
  while (Array.isArray(position) && Array.isArray(position[0])) position = position[0];
  if (!Array.isArray(position)) return true;
  const [x, y] = position as unknown[];
  return !(Math.abs(Number(x)) > 360 || Math.abs(Number(y)) > 360);
}
