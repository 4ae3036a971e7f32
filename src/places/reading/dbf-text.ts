import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/**
 * The position of a value: its row, counted from 1 without deleted rows; a byte of it; and that byte's offset in the
 * file.
 */
export interface DbfPlace {
  readonly row: number;
  readonly byte: number;
  readonly at: number;
}

/** What the letters of a DBF's texts can be. */
export interface DbfLetters {
  /** The first value that is not UTF-8. */
  readonly notUtf8?: DbfPlace | undefined;
  /** The first value that can hardly be anything but UTF-8. */
  readonly surelyUtf8?: DbfPlace | undefined;
  /** Rows with a text whose last UTF-8 letter was cut in half, because it did not fit into its column. */
  readonly cutRows: ReadonlySet<number>;
}

/** The header of a DBF: https://www.dbase.com/Knowledgebase/INT/db7_file_fmt.htm */
export interface DbfHeader {
  readonly start: number;
  readonly recordLength: number;
  /** The byte for its code page. */
  readonly codePage: number;
  readonly texts: readonly { readonly from: number; readonly to: number }[];
}

/** @param bytes the file's beginning, as long as its header */
export function readDbfHeader(bytes: Buffer): DbfHeader {
  const texts: { from: number; to: number }[] = [];
  let from = 1;
  for (let at = 32; at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    const isText = bytes[at + 11] === 0x43;
    // A text wider than 255 has its upper byte where a number has its decimals.
    const width = bytes[at + 16]! + (isText ? bytes[at + 17]! * 256 : 0);
    if (isText) texts.push({ from, to: from + width });
    from += width;
  }
  return {
    start: bytes.readUInt16LE(8),
    recordLength: bytes.readUInt16LE(10),
    codePage: bytes[29]!,
    texts,
  };
}

export async function lettersOf(file: string, header: DbfHeader): Promise<DbfLetters> {
  const letters = new Letters();
  const { start, recordLength, texts } = header;
  let row = 0;
  let at = start;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { start, highWaterMark: 256 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (; from + recordLength <= bytes.length; from += recordLength) {
      const record = bytes.subarray(from, from + recordLength);
      const isDeleted = record[0] === 0x2a;
      if (!isDeleted) row += 1;
      if (isDeleted || isAscii(record)) continue;
      for (const { from: begin, to } of texts)
        letters.add(record.subarray(begin, to), row, at + from + begin);
    }
    at += from;
    rest = bytes.subarray(from);
  }
  return letters;
}

/** This many non-ASCII letters that are valid UTF-8 are no chance, even if none of them is certain on its own. */
const enough = 4;

class Letters implements DbfLetters {
  surelyUtf8: DbfPlace | undefined;
  private foreign: DbfPlace | undefined;
  private cut: DbfPlace | undefined;
  private readonly rowsCut = new Set<number>();
  private letters = 0;

  /** A lone byte at the end of a value is half a letter only if other values are valid UTF-8. */
  get notUtf8(): DbfPlace | undefined {
    return this.foreign ?? (this.surelyUtf8 ? undefined : this.cut);
  }

  get cutRows(): ReadonlySet<number> {
    return this.surelyUtf8 ? this.rowsCut : new Set();
  }

  add(value: Buffer, row: number, at: number): void {
    const first = value.findIndex((byte) => byte >= 0x80);
    if (first === -1) return;
    const place = { row, byte: value[first]!, at: at + first };
    const written = withoutPadding(value);
    const whole = wholeLetters(written);
    if (!isUtf8(whole)) {
      this.foreign ??= place;
      return;
    }
    if (whole.length < written.length) {
      this.cut ??= place;
      this.rowsCut.add(row);
    }
    this.letters += whole.filter((byte) => byte >= 0x80).length;
    if (this.letters >= enough || holdsSureLetter(whole)) this.surelyUtf8 ??= place;
  }
}

function withoutPadding(value: Buffer): Buffer {
  let end = value.length;
  while (end > 0 && (value[end - 1] === 0x20 || value[end - 1] === 0)) end -= 1;
  return value.subarray(0, end);
}

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 0x80);

/** The value without the beginning of a letter that did not fit. */
function wholeLetters(value: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, value.length); back += 1) {
    const byte = value[value.length - back]!;
    if (byte < 0x80) return value;
    if (byte >= 0xc0) return byte >= [0, 0xc0, 0xe0, 0xf0][back]! ? value.subarray(0, -back) : value;
  }
  return value;
}

/**
 * Whether it contains å, ä, ö, é or a similar letter in UTF-8. In a single-byte encoding, the same bytes would be Ã or
 * Â and a sign, which no word has.
 */
export const holdsSureLetter = (bytes: Buffer): boolean =>
  /[\xc2\xc3][\x80-\xbf]/.test(bytes.toString('latin1'));
