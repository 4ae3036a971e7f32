import { RecordTooLarge } from './file-refusals.js';
import { maxRecordBytes } from './source-file.js';

export interface Line {
  readonly bytes: Buffer;
  /** From 1. */
  readonly row: number;
  /** The offset of its first byte in the file. */
  readonly at: number;
}

/**
 * The lines of a file, with a limit on their size: a file without line breaks is refused before it fills the memory.
 *
 * @param limit bytes
 * @throws places.record-too-large
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  file: string,
  limit = maxRecordBytes,
): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let weight = 0;
  let row = 1;
  let at = 0;
  const take = (bytes: Buffer): void => {
    weight += bytes.length;
    if (weight > limit) throw RecordTooLarge({ file, row, megabytes: limit / 1024 / 1024 });
    pending.push(bytes);
  };
  const line = (): Line => ({ bytes: pending.length === 1 ? pending[0]! : Buffer.concat(pending), row, at });
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield line();
      at += weight + 1;
      pending = [];
      weight = 0;
      row += 1;
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (weight > 0) yield line();
}
