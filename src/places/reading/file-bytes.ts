import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FileUnreadable } from './file-refusals.js';

/** A file's bytes, and how much of them has been read. */
export interface FileBytes {
  readonly chunks: AsyncIterable<Buffer>;
  /** 0–1 */
  readonly share: () => number;
}

/** @throws places.file-unreadable: at once where it is missing, else when it is read */
export async function bytesOf(file: string): Promise<FileBytes> {
  const reason = (error: unknown): never => {
    throw FileUnreadable({ file, reason: (error as Error).message });
  };
  const { size } = await stat(file).catch(reason);
  let read = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
        read += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    } catch (error) {
      reason(error);
    }
  }
  return { chunks: chunks(), share: () => (size === 0 ? 1 : Math.min(1, read / size)) };
}
