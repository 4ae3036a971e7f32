import { ColumnNames } from '../../platform/tables/column-names.js';
import { utf8Of } from './decode-text.js';
import { parseExactly, type ExactJson } from './exact-json.js';
import { bytesOf } from './file-bytes.js';
import { KeyDoubled, NotGeoJson, RowUnreadable } from './file-refusals.js';
import { referenceOf, type GivenReference } from './geojson-reference.js';
import { scanCollection, type CollectionPart } from './scan-collection.js';
import { geographic, type SourceFeature, type SourceFile } from './source-file.js';
import { splitLines, type Line } from './split-lines.js';

interface Feature {
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: unknown;
}

/** The character that RFC 8142 puts before each feature. */
const recordSeparator = '\u001e';

/**
 * Opens GeoJSON of any size: a collection of features, or a single one. It has its own reader, because other readers
 * silently repair or drop what is broken. The file is read twice, because only its end may tell whether it is complete
 * and which reference it is in. A feature's own id becomes its column `@id`.
 *
 * @throws faults of the file as a whole at once; faults of a feature when it is read
 */
export async function readGeoJson(path: string): Promise<SourceFile> {
  const { type, crs, members, first } = await overview(path);
  if (type === 'Feature') return single(path);
  if (type !== 'FeatureCollection') throw NotGeoJson({ file: path, members: members.join(', ') });
  const { chunks, share } = await bytesOf(path);
  const reference = referenceOf(crs, first === undefined ? undefined : valueOf(first, path));
  return { ...reference, features: featuresOf(scanCollection(chunks, path), path), share };
}

/** The `type` of a JSON document. Reads no further than that. */
export async function jsonTypeOf(path: string): Promise<unknown> {
  const { chunks } = await bytesOf(path);
  for await (const part of scanCollection(chunks, path))
    if (part.member === 'type') return valueOf(part, path);
  return undefined;
}

interface Overview {
  readonly type?: unknown;
  readonly crs?: unknown;
  /** Names of its members. */
  readonly members: readonly string[];
  readonly first: CollectionPart | undefined;
}

async function overview(path: string): Promise<Overview> {
  const said = new Map<string, unknown>();
  let first: CollectionPart | undefined;
  const { chunks } = await bytesOf(path);
  for await (const part of scanCollection(chunks, path)) {
    if (part.member === undefined) first ??= part;
    else said.set(part.member, ['type', 'crs'].includes(part.member) ? valueOf(part, path) : undefined);
  }
  return { type: said.get('type'), crs: said.get('crs'), members: [...said.keys()], first };
}

async function single(path: string): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  const feature: Record<string, unknown> = {};
  const doubled: ExactJson['doubled'][number][] = [];
  for await (const part of scanCollection(chunks, path)) {
    if (part.member === undefined) continue;
    const said = parsed(part, path);
    feature[part.member] = said.value;
    doubled.push(...said.doubled.map(({ key, within }) => ({ key, within: within ?? part.member })));
  }
  const reference: GivenReference = referenceOf(feature['crs'], feature);
  return { ...reference, features: asFeatures([{ value: feature, doubled }], path), share };
}

/** Opens GeoJSON with one feature per line (RFC 8142 with or without its separators). It is always in WGS 84. */
export async function readGeoJsonLines(path: string): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  return { srid: geographic, features: linesOf(chunks, path), share };
}

async function* featuresOf(
  parts: AsyncIterable<CollectionPart>,
  file: string,
): AsyncGenerator<SourceFeature> {
  const names = new ColumnNames();
  for await (const part of parts)
    if (part.member === undefined) yield asFeature(parsed(part, file), names, { file, row: part.row });
}

// eslint-disable-next-line @typescript-eslint/require-await -- the same shape as files that are read bit by bit
async function* asFeatures(list: readonly ExactJson[], file: string): AsyncGenerator<SourceFeature> {
  for (const feature of list) yield asFeature(feature, new ColumnNames(), { file, row: 1 });
}

/**
 * @param file its name in refusals
 * @param cutRows rows with a text whose last letter is cut in half; the rest of that letter becomes U+FFFD
 * @throws places.record-too-large, places.wrong-encoding, places.row-unreadable, places.key-doubled
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  file: string,
  cutRows: ReadonlySet<number> = new Set(),
): AsyncGenerator<SourceFeature> {
  const names = new ColumnNames();
  for await (const line of splitLines(chunks, file)) {
    const feature = featureOfLine(line, file, cutRows);
    if (feature !== undefined) yield asFeature(feature, names, { file, row: line.row });
  }
}

function featureOfLine(
  { bytes, row, at }: Line,
  file: string,
  cutRows: ReadonlySet<number>,
): ExactJson | undefined {
  const line = cutRows.has(row) ? bytes.toString('utf8') : utf8Of(bytes, { file, row, at });
  const json = (line.startsWith(recordSeparator) ? line.slice(1) : line).trim();
  return json === '' ? undefined : parseJson(json, file, row);
}

/**
 * A feature whose properties have normalized names ({@link ColumnNames}).
 *
 * @throws places.key-doubled if the feature itself has a duplicate key. Duplicates among the properties are only
 *   returned, because not all properties are used
 */
function asFeature(
  { value, doubled }: ExactJson,
  names: ColumnNames,
  { file, row }: { readonly file: string; readonly row: number },
): SourceFeature {
  const twice = doubled.find(({ within }) => within !== 'properties');
  if (twice) throw KeyDoubled({ file, row, key: twice.key });
  const { id, properties, geometry } = (value ?? {}) as Feature;
  const named = Object.create(null) as Record<string, unknown>;
  const twins = doubled.map(({ key }) => names.of(key));
  if (id !== undefined) named['@id'] = id;
  for (const [key, said] of Object.entries(properties ?? {})) {
    const name = names.of(key);
    if (name in named) twins.push(name);
    named[name] = said;
  }
  return { properties: named, geometry, ...(twins.length > 0 && { doubled: twins }) };
}

const valueOf = (part: CollectionPart, file: string): unknown => parsed(part, file).value;

const parsed = ({ json, row, at }: CollectionPart, file: string): ExactJson =>
  parseJson(utf8Of(json, { file, row, at }), file, row);

/** @throws places.row-unreadable */
export function parseJson(text: string, file: string, row: number): ExactJson {
  try {
    return parseExactly(text);
  } catch (error) {
    throw RowUnreadable({ file, row, reason: (error as Error).message });
  }
}
