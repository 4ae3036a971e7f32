import { Transform, type TransformCallback } from 'node:stream';
import { refusal } from '../../kernel/refusal.js';

export const MixedEncoding = refusal('directory.mixed-encoding', 'invalid', {
  sv: 'Filen {file} är inte {encoding} överallt: rad {line} går inte att läsa som det. Spara om hela filen i en teckenkodning, eller ändra encoding i profilen.',
  en: 'The file {file} is not {encoding} throughout: line {line} can’t be read as that. Save the whole file in one encoding, or change encoding in the profile.',
});

export const LineTooLong = refusal('directory.line-too-long', 'too-large', {
  sv: 'Rad {line} i filen {file} är längre än 100 000 byte. Det är ingen lista med telefoner.',
  en: 'Line {line} of the file {file} is longer than 100,000 bytes. That is no list of phones.',
});

/** Bytes of a line, and of a record that quotes hold together over many lines. */
export const maxLineBytes = 100_000;

/** How UTF-8 writes å, ä, ö, é, Å, Ä and Ö: in an encoding of one byte a letter hardly anything is written so. */
const utf8Letter = /\xc3[\x80-\xbf]/;
const holdsUtf8Letter = (bytes: Buffer): boolean =>
  bytes.includes(0xc3) && utf8Letter.test(bytes.toString('latin1'));

const newLine = 0x0a;
/** Ends a line of an old Mac by itself. */
const carriageReturn = 0x0d;

/** What lines of these bytes end with. */
const lineEnd = (bytes: Buffer): number => (bytes.includes(newLine) ? newLine : carriageReturn);

/**
 * Text out of bytes, in one encoding from the first to the last: a letter that is guessed is a name or a key that fits
 * nobody. Lines are those of the file, the first is 1.
 *
 * @throws directory.mixed-encoding, directory.line-too-long as the stream's error
 */
export class DecodeLines extends Transform {
  private readonly decoder: TextDecoder;
  private line = 1;
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    private readonly file: string,
    private readonly encoding: 'utf8' | 'latin1',
  ) {
    super({ readableObjectMode: false, encoding: 'utf8' });
    this.decoder = new TextDecoder(encoding === 'utf8' ? 'utf-8' : 'windows-1252', {
      fatal: true,
      // The reader of the rows takes a byte order mark away.
      ignoreBOM: true,
    });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // Cut at a line's end, so that no letter is cut and the line that is wrong can be named.
    const end = Math.max(chunk.lastIndexOf(newLine), chunk.lastIndexOf(carriageReturn)) + 1;
    if (end === 0) {
      this.rest = Buffer.concat([this.rest, chunk]);
      done(this.rest.length > maxLineBytes ? LineTooLong({ file: this.file, line: this.line }) : null);
      return;
    }
    const whole = Buffer.concat([this.rest, chunk.subarray(0, end)]);
    this.rest = Buffer.from(chunk.subarray(end));
    this.give(whole, done);
  }

  override _flush(done: TransformCallback): void {
    this.give(this.rest, done);
  }

  private give(bytes: Buffer, done: TransformCallback): void {
    try {
      const text = this.decoder.decode(bytes);
      if (this.encoding === 'latin1' && holdsUtf8Letter(bytes)) throw new TypeError('UTF-8');
      const end = lineEnd(bytes);
      for (let at = bytes.indexOf(end); at !== -1; at = bytes.indexOf(end, at + 1)) this.line++;
      done(null, text);
    } catch {
      done(
        MixedEncoding({ file: this.file, encoding: this.encoding, line: this.line + this.badLine(bytes) }),
      );
    }
  }

  /** How many lines into these bytes the first is that can't be read. */
  private badLine(bytes: Buffer): number {
    const decoder = new TextDecoder(this.decoder.encoding, { fatal: true });
    const lineEnds = lineEnd(bytes);
    let line = 0;
    for (let from = 0; from < bytes.length; line++) {
      const found = bytes.indexOf(lineEnds, from);
      const end = found === -1 ? bytes.length : found + 1;
      try {
        decoder.decode(bytes.subarray(from, end));
        if (this.encoding === 'latin1' && holdsUtf8Letter(bytes.subarray(from, end))) return line;
      } catch {
        return line;
      }
      from = end;
    }
    return line;
  }
}
