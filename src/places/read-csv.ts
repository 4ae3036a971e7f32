import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { TextDecoderStream } from 'node:stream/web';
import { parse } from 'csv-parse';
import { FileUnreadable } from './import-refusals.js';
import type { SourceFeature, SourceFile, SourceOptions } from './source-file.js';

/**
 * Opens a CSV with its column names in the first line.
 *
 * @throws places.file-unreadable: a record with too few or too many values, an encoding that isn't what was said
 */
export async function readCsv(path: string, { encoding, delimiter }: SourceOptions): Promise<SourceFile> {
  const records = recordsOf(path, encoding ?? 'utf-8', delimiter);
  const first = await records.next();
  if (first.done) throw FileUnreadable({ file: path, reason: 'it is empty' });
  return { srid: undefined, columns: first.value, features: featuresOf(records, first.value) };
}

async function* recordsOf(path: string, encoding: string, delimiter: string): AsyncGenerator<string[]> {
  try {
    const decoder = new TextDecoderStream(encoding, { fatal: true });
    const text = Readable.fromWeb(Readable.toWeb(createReadStream(path)).pipeThrough(decoder));
    const parser = parse({ bom: true, delimiter, skip_empty_lines: true });
    // A plain pipe would leave a fault of the file or its encoding unheard; the parser tells it where it is read.
    pipeline(text, parser, () => undefined);
    for await (const record of parser) yield record as string[];
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `it is not ${encoding}; give its encoding` : message;
    throw FileUnreadable({ file: path, reason });
  }
}

async function* featuresOf(
  records: AsyncGenerator<string[]>,
  columns: readonly string[],
): AsyncGenerator<SourceFeature> {
  for await (const record of records)
    yield { properties: Object.fromEntries(columns.map((column, index) => [column, record[index]])) };
}
