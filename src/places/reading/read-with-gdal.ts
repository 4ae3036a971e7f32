import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Gdal, GdalDataset, GdalLayer } from 'gdal3.js/node.js';
import { columnName } from '../../platform/tables/column-names.js';
import { checkGeoPackage } from './check-geopackage.js';
import { checkShapefile } from './check-shapefile.js';
import { utf8Of } from './decode-text.js';
import { keyOfInexact } from './exact-json.js';
import { bytesOf } from './file-bytes.js';
import { FileUnreadable, FormatUnknown, KeyDoubled, LayerUnclear, NumberInexact } from './file-refusals.js';
import { driverFor, gdalEndings, openWithDriver, type OpenDataset } from './open-with-driver.js';
import { linesOf, parseJson } from './read-geojson.js';
import { scanCollection } from './scan-collection.js';
import { geographic, type SourceFeature, type SourceFile, type SourceOptions } from './source-file.js';

/** Decimals that keep a tenth of a millimetre or better, in degrees and in metres. */
const decimals = { degrees: 11, metres: 6 };

/** Most bytes of a member of a TopoJSON: the driver holds all of it in memory anyway. */
const maxTopologyBytes = 400 * 1024 * 1024;

let loading: Promise<Gdal> | undefined;
const said: string[] = [];

/** GDAL has one folder mounted at a time: other files wait for this promise. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Opens a layer of a GeoPackage, a Shapefile, TopoJSON or another format that GDAL reads. GDAL runs as WebAssembly in
 * this process. It converts the layer to lines of GeoJSON in a temporary file, in the layer's own reference, so that a
 * large layer is never in memory as a whole.
 *
 * @param driver GDAL's, if the file's extension doesn't tell it
 * @throws places.format-unknown, places.file-unreadable, places.layer-unclear; for a Shapefile as
 *   {@link checkShapefile}
 */
export async function readWithGdal(
  file: string,
  options: SourceOptions,
  driver = driverFor(file),
): Promise<SourceFile> {
  if (driver === undefined)
    throw FormatUnknown({ file, formats: [...ownEndings, ...gdalEndings].join(', ') });
  await requireFile(file);
  const mine = turn.then(() => readLayer(file, options, driver));
  turn = mine.catch(() => undefined);
  return mine;
}

async function readLayer(
  file: string,
  { layer, encoding }: SourceOptions,
  driver: string,
): Promise<SourceFile> {
  if (driver === 'TopoJSON') await refuseWhatIsLost(file);
  const text =
    driver === 'ESRI Shapefile' ? await checkShapefile(file, encoding) : { encoding, cutRows: undefined };
  const gdal = await (loading ??= load());
  const { dataset, close } = await open(gdal, file, driver, text.encoding);
  try {
    if (driver === 'GPKG') await checkGeoPackage(gdal, dataset, file);
    const chosen = choose(dataset, layer, file);
    const reference = chosen.geometryFields[0]?.coordinateSystem?.projjson;
    const srid = codeOf(reference?.id) ?? codeOf(reference?.components?.[0]?.id);
    const known = srid ?? (driver === 'TopoJSON' ? geographic : undefined);
    const lines = await convert(gdal, dataset, chosen, file, known === geographic);
    const { chunks, share } = await bytesOf(lines);
    return {
      srid: known,
      columns: columnsOf(chosen),
      features: drain(linesOf(chunks, file, text.cutRows), lines),
      share,
    };
  } finally {
    await close();
  }
}

/** Formats with a reader of our own. */
const ownEndings = ['.geojson', '.json', '.geojsonl', '.geojsons', '.ndjson', '.csv', '.tsv', '.txt', '.zip'];

/** @throws places.file-unreadable: GDAL's file system crashes on a folder that does not exist */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    throw FileUnreadable({ file, reason: (error as Error).message });
  });
  if (!found.isFile()) throw FileUnreadable({ file, reason: 'it is no file' });
}

/**
 * Refuses what the TopoJSON driver would lose: it keeps the last of duplicate keys, and changes a number that it can't
 * hold or that ends in zeros.
 *
 * @throws places.key-doubled, places.number-inexact, places.row-unreadable
 */
async function refuseWhatIsLost(file: string): Promise<void> {
  const parts = scanCollection((await bytesOf(file)).chunks, file, maxTopologyBytes);
  for await (const { json, row, at, member } of parts) {
    const text = utf8Of(json, { file, row, at });
    const { doubled } = parseJson(text, file, row);
    if (doubled[0]) throw KeyDoubled({ file, row, key: doubled[0].key });
    const key = member === 'arcs' ? undefined : keyOfInexact(text);
    if (key !== undefined) throw NumberInexact({ file, key });
  }
}

/**
 * The columns under the names of the driver's first match. The driver ignores case, so two names that differ only in
 * case are returned as duplicates.
 */
function columnsOf({ fields }: GdalLayer): string[] {
  const first = new Map<string, string>();
  return fields.map(({ name }) => {
    const read = columnName(name);
    const folded = read.toLowerCase();
    if (!first.has(folded)) first.set(folded, read);
    return first.get(folded)!;
  });
}

async function load(): Promise<Gdal> {
  const { default: initGdalJs } = await import('gdal3.js/node.js');
  // It looks for its files relative to the working directory, and supports only one output folder.
  const from = createRequire(realpathSync(process.argv[1] ?? process.cwd()));
  const files = path.dirname(from.resolve('gdal3.js/dist/package/gdal3.node.js'));
  const dest = mkdtempSync(path.join(tmpdir(), 'budkavle-import-'));
  process.once('exit', () => {
    rmSync(dest, { recursive: true, force: true });
  });
  return initGdalJs({
    path: path.relative(process.cwd(), files),
    dest,
    useWorker: false,
    logHandler: () => undefined,
    errorHandler: (message) => void said.push(message),
  });
}

async function open(
  gdal: Gdal,
  file: string,
  driver: string,
  encoding: string | undefined,
): Promise<OpenDataset> {
  said.length = 0;
  const options = encoding === undefined ? [] : [`ENCODING=${encoding}`];
  // Otherwise it stores its guesses about a file beside it, and uses them for the next one.
  if (driver === 'GML') options.push('WRITE_GFS=NO');
  const opened = await openWithDriver(gdal, path.resolve(file), driver, options);
  if (opened?.dataset.info?.layers?.length) return opened;
  await opened?.close();
  throw FileUnreadable({ file, reason: said.join(' ').trim() || `it is no ${driver}` });
}

/** @throws places.layer-unclear, also if several layers have the name: the driver would take the first */
function choose({ info }: GdalDataset, wanted: string | undefined, file: string): GdalLayer {
  const layers = info?.layers ?? [];
  const fitting =
    wanted === undefined ? layers : layers.filter(({ name }) => columnName(name) === columnName(wanted));
  const [chosen] = fitting;
  // The KML driver adds a number to the second of two folders with the same name.
  const twins = layers.filter(({ name }) => name.replace(/ \(#\d+\)$/, '') === chosen?.name);
  if (!chosen || fitting.length > 1 || twins.length > 1)
    throw LayerUnclear({ file, layers: layers.map(({ name }) => name).join(', ') });
  return chosen;
}

const codeOf = (id: { authority: string; code: number } | undefined): number | undefined =>
  id?.authority === 'EPSG' ? id.code : undefined;

let conversions = 0;

async function convert(
  gdal: Gdal,
  dataset: GdalDataset,
  { name }: GdalLayer,
  file: string,
  degrees: boolean,
): Promise<string> {
  said.length = 0;
  const precision = degrees ? decimals.degrees : decimals.metres;
  // Without a reference the coordinates are written unchanged. With one, they would be transformed to WGS 84, and back
  // later.
  const options = ['-f', 'GeoJSONSeq', '-a_srs', 'NONE', '-nlt', 'CONVERT_TO_LINEAR'];
  // As JSON numbers, keys beyond 2^53 would lose digits.
  options.push('-mapFieldType', 'Integer64=String,Integer64List=StringList');
  options.push('-lco', `COORDINATE_PRECISION=${precision}`, name);
  const output = await gdal.ogr2ogr(dataset, options, `layer-${(conversions += 1)}`).catch(() => undefined);
  // GDAL leaves out what it can't read and keeps what it can't recode. It only logs that.
  const isBroken = said.some((message) => /^ERROR|Recode from/.test(message));
  if (!output || isBroken)
    throw FileUnreadable({ file, reason: said.join(' ').trim() || `its layer ${name} is broken` });
  return output.real;
}

async function* drain(features: AsyncIterable<SourceFeature>, lines: string): AsyncGenerator<SourceFeature> {
  try {
    yield* features;
  } finally {
    await rm(lines, { force: true });
  }
}
