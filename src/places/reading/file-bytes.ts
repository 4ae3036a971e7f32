import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FileUnreadable } from './file-refusals.js';

/** The bytes of a file, and how much of it has been read. */
export interface FileBytes {
  readonly chunks: AsyncIterable<Buffer>;
  /** 0–1 */
  readonly share: () => number;
}

/** @throws places.file-unreadable: at once if the file is missing, otherwise while it is read */
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
