import path from 'node:path';
import { DomainError } from '../../kernel/refusal.js';
import { readCsv } from './read-csv.js';
import { jsonTypeOf, readGeoJson, readGeoJsonLines } from './read-geojson.js';
import { readWithGdal } from './read-with-gdal.js';
import type { SourceFeature, SourceFile, SourceOptions } from './source-file.js';
import { unpackZip } from './unpack-zip.js';

/**
 * Opens a file in the format of its extension.
 *
 * @throws as the reader of its format
 */
export function openFile(file: string, options: SourceOptions): Promise<SourceFile> {
  switch (path.extname(file).toLowerCase()) {
    case '.zip':
      return openZip(file, options);
    case '.csv':
    case '.tsv':
    case '.txt':
      return readCsv(file, options);
    case '.geojson':
    case '.json':
      return openJson(file, options);
    case '.geojsonl':
    case '.geojsons':
    case '.ndjson':
      return readGeoJsonLines(file);
    default:
      return readWithGdal(file, options);
  }
}

const openJson = async (file: string, options: SourceOptions): Promise<SourceFile> =>
  (await jsonTypeOf(file)) === 'Topology' ? readWithGdal(file, options, 'TopoJSON') : readGeoJson(file);

/** Unpacks a zip and opens the file in it. The unpacked file is removed when it has been read, or if it can't be. */
async function openZip(zip: string, options: SourceOptions): Promise<SourceFile> {
  const { file, name, remove } = await unpackZip(zip);
  const called = (error: unknown): unknown => calledAs(`${zip} (${name})`, file, error);
  try {
    const opened = await openFile(file, options);
    return { ...opened, features: untilRead(opened.features, remove, called) };
  } catch (error) {
    await remove();
    throw called(error);
  }
}

async function* untilRead(
  features: AsyncIterable<SourceFeature>,
  remove: () => Promise<void>,
  called: (error: unknown) => unknown,
): AsyncGenerator<SourceFeature> {
  try {
    yield* features;
  } catch (error) {
    throw called(error);
  } finally {
    await remove();
  }
}

/** Makes a refusal name the zip, which its sender can correct, instead of a temporary file. */
function calledAs(name: string, file: string, error: unknown): unknown {
  if (!(error instanceof DomainError) || typeof error.details['file'] !== 'string') return error;
  const { code, kind, wording, details } = error;
  const isTemporary = path.dirname(error.details['file']) === path.dirname(file);
  return isTemporary ? new DomainError(code, kind, wording, { ...details, file: name }) : error;
}
