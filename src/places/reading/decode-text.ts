import { isUtf8 } from 'node:buffer';
import { FileUnreadable, ReallyUtf8, WrongEncoding } from './file-refusals.js';

/** The position of some bytes: the file, the row, and the offset of the first byte in the file. */
export interface Whereabouts {
  readonly file: string;
  readonly row: number;
  readonly at: number;
}

/** @throws places.wrong-encoding, naming the first byte that can't be UTF-8 */
export function utf8Of(bytes: Buffer, { file, row, at }: Whereabouts): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const bad = firstBadByte(bytes, 'utf-8');
  throw WrongEncoding({ file, row, encoding: 'utf-8', byte: hex(bytes[bad]), at: at + bad });
}

/**
 * Decodes a file in chunks.
 *
 * @throws places.wrong-encoding, places.really-utf-8, each naming the line; places.file-unreadable for an unknown
 *   encoding
 */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
  file: string,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, file);
  const single = /^(windows-125|iso-8859-|macintosh)/.test(decoder.encoding);
  let at = 0;
  let line = 1;
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const utf8At = single ? utf8LetterIn(chunk) : -1;
    if (utf8At !== -1)
      throw ReallyUtf8({ file, row: line + linesIn(chunk, utf8At), encoding, by: 'encoding' });
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      const whole = Buffer.concat([carried, chunk]);
      const bad = firstBadByte(whole, encoding);
      const row = line + linesIn(whole, bad);
      throw WrongEncoding({ file, row, encoding, byte: hex(whole[bad]), at: at - carried.length + bad });
    }
    at += chunk.length;
    line += linesIn(chunk, chunk.length);
    carried = begunLetter(chunk);
  }
  try {
    yield decoder.decode();
  } catch {
    throw WrongEncoding({ file, row: line, encoding, byte: hex(carried[0]), at: at - carried.length });
  }
}

function decoderOf(encoding: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw FileUnreadable({ file, reason: `encoding: ${encoding}?` });
  }
}

/** Binary search. All bytes before the result are valid, or the beginning of a valid letter. */
function firstBadByte(bytes: Buffer, encoding: string): number {
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      right = middle;
    } catch {
      wrong = middle;
    }
  }
  // Normally the bad byte is the one that can't follow. But if a letter was begun and not completed, the bad byte is
  // its beginning.
  return right > 0 && bytes[right]! < 0x80 && bytes[right - 1]! >= 0x80 ? right - 1 : right;
}

/** The beginning of a letter that is split at the end of a chunk. */
function begunLetter(chunk: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return byte >= [0, 0xc0, 0xe0, 0xf0][back]! ? chunk.subarray(-back) : Buffer.alloc(0);
  }
  return Buffer.alloc(0);
}

/**
 * The offset of UTF-8 text that a single-byte encoding hardly ever has by chance: å, ä, ö or a similar letter, or
 * several others.
 *
 * @returns -1 if there is none
 */
function utf8LetterIn(chunk: Buffer): number {
  const sure = chunk.toString('latin1').search(/[\xc2\xc3][\x80-\xbf]/);
  return sure === -1 && saysUtf8(chunk) ? firstForeign(chunk) : sure;
}

/** Whether everything from the first non-ASCII byte on is valid UTF-8. */
function saysUtf8(chunk: Buffer): boolean {
  const from = firstForeign(chunk);
  if (from === -1) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk.subarray(from), { stream: true });
    // A single letter might be chance.
    return chunk.subarray(from).filter((byte) => byte >= 0x80).length >= 4;
  } catch {
    return false;
  }
}

const firstForeign = (chunk: Buffer): number => chunk.findIndex((byte) => byte >= 0x80);

function linesIn(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let index = bytes.indexOf(10); index !== -1 && index < end; index = bytes.indexOf(10, index + 1))
    lines += 1;
  return lines;
}

const hex = (byte: number | undefined): string =>
  `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
