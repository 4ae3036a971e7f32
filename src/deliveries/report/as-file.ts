import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/**
 * An answer that is made while it is read.
 *
 * @param type with its charset
 * @param name of the file, where somebody takes it away
 */
export const asFile = (pieces: AsyncIterable<string>, type: string, name?: string): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), {
    type,
    ...(name === undefined ? {} : { disposition: `attachment; filename="${name}"` }),
  });
