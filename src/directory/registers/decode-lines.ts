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

/** Most bytes of a line, and of a record whose quotes span several lines. */
export const maxLineBytes = 100_000;

/** How UTF-8 encodes å, ä, ö, é, Å, Ä and Ö. Text in a single-byte encoding hardly ever has such a sequence. */
const utf8Letter = /\xc3[\x80-\xbf]/;
const holdsUtf8Letter = (bytes: Buffer): boolean =>
  bytes.includes(0xc3) && utf8Letter.test(bytes.toString('latin1'));

const newLine = 0x0a;
/** Ends a line of an old Mac on its own. */
const carriageReturn = 0x0d;

/** The byte that ends the lines of this buffer. */
const lineEnd = (bytes: Buffer): number => (bytes.includes(newLine) ? newLine : carriageReturn);

/**
 * Decodes bytes to text, in one encoding from the first byte to the last: a guessed letter gives a name or a key that
 * matches nobody. Line numbers are those of the file, from 1.
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
      // The reader of the rows removes the byte order mark.
      ignoreBOM: true,
    });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // Cut at the end of a line, so that no letter is cut and the number of a bad line is known.
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

  /** How many lines come before the first that can't be decoded. */
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
