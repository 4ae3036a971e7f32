import { readTable, type TableRow } from '../../platform/tables/read-table.js';
import { decoded } from './decode-text.js';
import { bytesOf } from './file-bytes.js';
import { FileEmpty } from './file-refusals.js';
import type { SourceFeature, SourceFile, SourceOptions } from './source-file.js';

/** Most bytes of a record. It holds no geometry, so it is a line of text. */
export const maxRowBytes = 1024 * 1024;

/**
 * Opens a CSV whose first line has the column names. A row that can't be read is yielded with its fault.
 *
 * @throws places.file-empty, places.wrong-encoding, places.really-utf-8, and as {@link readTable}
 */
export async function readCsv(path: string, { encoding, delimiter }: SourceOptions): Promise<SourceFile> {
  const { chunks, share } = await bytesOf(path);
  const text = decoded(chunks, encoding ?? 'utf-8', path);
  const table = await readTable(text, { file: path, delimiter, maxRowBytes });
  if (!table) throw FileEmpty({ file: path });
  return { srid: undefined, columns: table.columns, features: featuresOf(table.rows), share };
}

async function* featuresOf(rows: AsyncIterable<TableRow>): AsyncGenerator<SourceFeature> {
  for await (const row of rows)
    yield 'fault' in row ? { properties: {}, fault: row.fault } : { properties: row.cells };
}
