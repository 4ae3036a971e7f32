import { brotliCompressSync, constants } from 'node:zlib';

/** Tags with a number of their own in WOFF2; others are written out. Only these two have a transformation to decline. */
const knownTags = { glyf: 10, loca: 11 } as const;
const untransformed = 3;
const noTag = 63;

/**
 * The TrueType font as WOFF2, without the format's optional transformations.
 *
 * @see https://www.w3.org/TR/WOFF2/
 */
export function asWoff2(font: Buffer): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => {
    const at = 12 + 16 * n;
    const start = font.readUInt32BE(at + 8);
    return {
      tag: font.toString('latin1', at, at + 4),
      data: font.subarray(start, start + font.readUInt32BE(at + 12)),
    };
  });
  const directory = Buffer.concat(
    tables.flatMap(({ tag, data }) => {
      const known = knownTags[tag as keyof typeof knownTags] as number | undefined;
      return known === undefined
        ? [Buffer.of(noTag), Buffer.from(tag, 'latin1'), base128(data.length)]
        : [Buffer.of((untransformed << 6) | known), base128(data.length)];
    }),
  );
  // The best compression takes seconds on a busy machine.
  const compressed = brotliCompressSync(Buffer.concat(tables.map(({ data }) => data)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
  });
  const header = Buffer.alloc(48);
  header.write('wOF2', 0, 'latin1');
  font.copy(header, 4, 0, 4);
  const length = 48 + directory.length + compressed.length;
  const padding = Buffer.alloc((4 - (length % 4)) % 4);
  header.writeUInt32BE(length + padding.length, 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(
    12 + 16 * tables.length + tables.reduce((sum, { data }) => sum + Math.ceil(data.length / 4) * 4, 0),
    16,
  );
  header.writeUInt32BE(compressed.length, 20);
  return Buffer.concat([header, directory, compressed, padding]);
}

/** A number in groups of seven bits, the highest first. */
function base128(n: number): Buffer {
  const groups = [n & 127];
  for (let rest = n >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 127) | 128);
  return Buffer.from(groups);
}
