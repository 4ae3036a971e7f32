import { utf8Of } from './decode-text.js';
import { bytesOf } from './file-bytes.js';
import { NotGeoJson, RowUnreadable } from './file-refusals.js';
import { scanCollection, type CollectionPart } from './scan-collection.js';
import { geographic, type SourceFeature, type SourceFile } from './source-file.js';
import { splitLines, type Line } from './split-lines.js';

interface Feature {
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: unknown;
}

/** What RFC 8142 puts before each feature. */
const recordSeparator = '\u001e';

/**
 * Opens GeoJSON: a collection of features or a single one, of any size. Read by ourselves, because other readers mend
 * or leave out what is broken without a word. The file is gone through twice: whether it is whole, and which reference
 * it is in, may stand at its end. A feature's own id is its column `@id`.
 *
 * @throws what is wrong with it as a whole at once; what is wrong with a feature when that is read
 */
export async function readGeoJson(path: string): Promise<SourceFile> {
  const { type, crs, isCollection, first } = await overview(path);
  if (type === 'Feature') return single(path);
  if (!isCollection) throw NotGeoJson({ file: path });
  const { chunks, share } = await bytesOf(path);
  const srid = sridOf(crs, first === undefined ? undefined : parsed(first, path));
  return { srid, features: featuresOf(scanCollection(chunks, path), path), share };
}

interface Overview {
  type?: unknown;
  crs?: unknown;
  isCollection: boolean;
  first?: CollectionPart;
}

async function overview(path: string): Promise<Overview> {
  const found: Overview = { isCollection: false };
  const { chunks } = await bytesOf(path);
  for await (const part of scanCollection(chunks, path)) {
    if (part.member === undefined) found.first ??= part;
    else if (part.member === 'type') found.type = parsed(part, path);
    else if (part.member === 'crs') found.crs = parsed(part, path);
  }
  found.isCollection = found.type === 'FeatureCollection';
  return found;
}

async function single(path: string): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  const feature: Record<string, unknown> = {};
  for await (const part of scanCollection(chunks, path))
    if (part.member !== undefined) feature[part.member] = parsed(part, path);
  return { srid: sridOf(feature['crs'], feature), features: asFeatures([feature]), share };
}

/** Opens GeoJSON with a feature a line (RFC 8142 with or without its separators); always WGS 84. */
export async function readGeoJsonLines(path: string): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  return { srid: geographic, features: linesOf(chunks, path), share };
}

async function* featuresOf(
  parts: AsyncIterable<CollectionPart>,
  file: string,
): AsyncGenerator<SourceFeature> {
  for await (const part of parts) if (part.member === undefined) yield asFeature(parsed(part, file));
}

// eslint-disable-next-line @typescript-eslint/require-await -- the same shape as files that are read bit by bit
async function* asFeatures(list: readonly unknown[]): AsyncGenerator<SourceFeature> {
  for (const feature of list) yield asFeature(feature);
}

/**
 * @param file what it is called in refusals
 * @throws places.record-too-large, places.wrong-encoding, places.row-unreadable
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<SourceFeature> {
  for await (const line of splitLines(chunks, file)) {
    const feature = featureOfLine(line, file);
    if (feature !== undefined) yield asFeature(feature);
  }
}

function featureOfLine({ bytes, row, at }: Line, file: string): unknown {
  const line = utf8Of(bytes, { file, row, at });
  const json = (line.startsWith(recordSeparator) ? line.slice(1) : line).trim();
  return json === '' ? undefined : parseJson(json, file, row);
}

function asFeature(feature: unknown): SourceFeature {
  const { id, properties, geometry } = (feature ?? {}) as Feature;
  return { properties: { ...(id !== undefined && { '@id': id }), ...properties }, geometry };
}

const parsed = ({ json, row, at }: CollectionPart, file: string): unknown =>
  parseJson(utf8Of(json, { file, row, at }), file, row);

function parseJson(text: string, file: string, row: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw RowUnreadable({ file, row, reason: (error as Error).message });
  }
}

/**
 * The reference that the file gives: RFC 7946 knows only WGS 84, but what comes from a map system still carries the
 * older `crs` member, or is in metres and says nothing.
 */
function sridOf(crs: unknown, first: unknown): number | undefined {
  if (crs === undefined || crs === null) return looksGeographic(first) ? geographic : undefined;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') return undefined;
  if (/CRS:?84$/.test(name)) return geographic;
  const code = /EPSG:.*?(\d+)$/.exec(name)?.[1];
  return code === undefined ? undefined : Number(code);
}

function looksGeographic(feature: unknown): boolean {
  const { geometry } = (feature ?? {}) as { geometry?: { coordinates?: unknown } | null };
  let position: unknown = geometry?.coordinates;
  while (Array.isArray(position) && Array.isArray(position[0])) position = position[0];
  if (!Array.isArray(position)) return true;
  const [x, y] = position as unknown[];
  return !(Math.abs(Number(x)) > 360 || Math.abs(Number(y)) > 360);
}
