import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decoded } from './decode-text.js';
import { bytesOf } from './file-bytes.js';
import { FileCutOff, FileEmpty, RecordTooLarge, RowUnreadable } from './file-refusals.js';
import type { SourceFeature, SourceFile, SourceOptions } from './source-file.js';

/** Megabytes that a record may weigh: it holds no geometry, so it is a line of text. */
const largestRecord = 1;

/**
 * Opens a CSV with its column names in the first line.
 *
 * @throws places.file-empty, places.row-unreadable (a record with too few or too many values),
 * places.record-too-large, places.file-cut-off, places.wrong-encoding; all name the line, the heading being the first
 */
export async function readCsv(path: string, { encoding, delimiter }: SourceOptions): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  const records = recordsOf(chunks, path, encoding ?? 'utf-8', delimiter);
  const first = await records.next();
  if (first.done) throw FileEmpty({ file: path });
  return { srid: undefined, columns: first.value, features: featuresOf(records, first.value), share };
}

export async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  file: string,
  encoding: string,
  delimiter: string,
): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    delimiter,
    skip_empty_lines: true,
    max_record_size: largestRecord * 1024 * 1024,
  });
  // A plain pipe would leave a fault of the file or its encoding unheard; the parser tells it where it is read.
  pipeline(Readable.from(decoded(chunks, encoding, file)), parser, () => undefined);
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, file) : error;
  }
}

function refusalOf({ code, message, lines }: CsvError & { lines?: number }, file: string): Error {
  const row = lines ?? 1;
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
      return RecordTooLarge({ file, row, megabytes: largestRecord });
    case 'CSV_QUOTE_NOT_CLOSED':
      return FileCutOff({ file, row });
    default:
      return RowUnreadable({ file, row, reason: message });
  }
}

async function* featuresOf(
  records: AsyncGenerator<string[]>,
  columns: readonly string[],
): AsyncGenerator<SourceFeature> {
  for await (const record of records)
    yield { properties: Object.fromEntries(columns.map((column, index) => [column, record[index]])) };
}
