import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Gdal, GdalDataset, GdalLayer } from 'gdal3.js/node.js';
import { checkShapefile } from './check-shapefile.js';
import { bytesOf } from './file-bytes.js';
import { FileUnreadable, LayerUnclear, RowsMissing } from './file-refusals.js';
import { linesOf } from './read-geojson.js';
import { geographic, type SourceFeature, type SourceFile, type SourceOptions } from './source-file.js';

/** Decimals that keep a tenth of a millimetre, in degrees and in metres, and more. */
const decimals = { degrees: 11, metres: 6 };

let loading: Promise<Gdal> | undefined;
const said: string[] = [];

/**
 * Opens a layer of a GeoPackage, a Shapefile, TopoJSON or anything else GDAL reads. It runs as WebAssembly in this
 * process and turns the layer into lines of GeoJSON in a temporary file, in the layer's own reference, so that a large
 * layer is never in memory whole.
 *
 * @throws places.file-unreadable, places.layer-unclear; of a Shapefile as {@link checkShapefile}
 */
export async function readWithGdal(file: string, { layer, encoding }: SourceOptions): Promise<SourceFile> {
  if (/\.shp$/i.test(file)) await checkShapefile(file, encoding);
  const gdal = await (loading ??= load());
  const dataset = await open(gdal, file, encoding);
  try {
    const chosen = choose(dataset, layer, file);
    const reference = chosen.geometryFields[0]?.coordinateSystem?.projjson;
    const srid = codeOf(reference?.id) ?? codeOf(reference?.components?.[0]?.id);
    const known = srid ?? (dataset.info?.driverShortName === 'TopoJSON' ? geographic : undefined);
    const lines = await convert(gdal, dataset, chosen, file, known === geographic);
    const { chunks, share } = await bytesOf(lines);
    return {
      srid: known,
      columns: chosen.fields.map(({ name }) => name),
      features: drain(linesOf(chunks, file), lines, chosen.featureCount, file),
      share,
    };
  } finally {
    await gdal.close(dataset);
  }
}

async function load(): Promise<Gdal> {
  const { default: initGdalJs } = await import('gdal3.js/node.js');
  // It looks for its files from the working directory, wherever that is; and it knows one folder for its output.
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

async function open(gdal: Gdal, file: string, encoding: string | undefined): Promise<GdalDataset> {
  said.length = 0;
  const opened = await gdal
    .open(path.resolve(file), encoding === undefined ? [] : [`ENCODING=${encoding}`])
    .catch(() => undefined);
  const dataset = opened?.datasets[0];
  if (!dataset?.info?.layers?.length)
    throw FileUnreadable({
      file,
      reason: said.join(' ').trim() || 'it is missing, or in no format that is known',
    });
  return dataset;
}

function choose({ info }: GdalDataset, wanted: string | undefined, file: string): GdalLayer {
  const layers = info?.layers ?? [];
  const chosen =
    wanted === undefined && layers.length === 1 ? layers[0] : layers.find(({ name }) => name === wanted);
  if (!chosen) throw LayerUnclear({ file, layers: layers.map(({ name }) => name).join(', ') });
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
  // Without a reference the coordinates are written as they are; with one they would be moved to WGS 84 and back.
  const options = ['-f', 'GeoJSONSeq', '-a_srs', 'NONE', '-nlt', 'CONVERT_TO_LINEAR'];
  options.push('-lco', `COORDINATE_PRECISION=${precision}`, name);
  const output = await gdal.ogr2ogr(dataset, options, `layer-${(conversions += 1)}`).catch(() => undefined);
  if (!output) throw FileUnreadable({ file, reason: said.join(' ').trim() || `its layer ${name} is broken` });
  return output.real;
}

/** Nothing may be lost on the way: as many features as the layer says it has, or the import fails. */
async function* drain(
  features: AsyncIterable<SourceFeature>,
  lines: string,
  expected: number,
  file: string,
): AsyncGenerator<SourceFeature> {
  let read = 0;
  try {
    for await (const feature of features) {
      read += 1;
      yield feature;
    }
  } finally {
    await rm(lines, { force: true });
  }
  if (read !== expected) throw RowsMissing({ file, read, expected });
}
