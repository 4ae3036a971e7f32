import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/**
 * An answer that is generated while it is read.
 *
 * @param type content type with its charset
 * @param name file name, for a download
 */
export const asFile = (pieces: AsyncIterable<string>, type: string, name?: string): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), {
    type,
    ...(name === undefined ? {} : { disposition: `attachment; filename="${name}"` }),
  });
