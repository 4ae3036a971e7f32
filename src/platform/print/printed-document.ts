import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { openTypefaces, type Typefaces, type Weight } from './typefaces.js';
import { visualRuns } from './visual-runs.js';

/** A sheet of A4, in points: 72 to an inch. */
export const sheet = { width: 595.28, height: 841.89 } as const;

export interface Lettering {
  /** In points. */
  readonly size: number;
  readonly weight?: Weight;
  /** A text that is written from right to left begins at the right edge. */
  readonly rightToLeft?: boolean;
}

/** Where a line of text stands: its upper left corner, and how wide it may be, in points from the sheet's. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Something drawn once, to be put onto many sheets. */
export interface Stamp {
  readonly form: object;
  readonly height: number;
}

/** What of the library is not in its types. */
interface Drawing {
  page?: {
    readonly width: number;
    readonly height: number;
    readonly fonts: object;
    readonly margins: object;
    readonly markings: unknown[];
    readonly xobjects?: Record<string, object>;
    readonly write: (chunk: string) => void;
  };
  _ctm: number[];
  ref(data: object): { write(chunk: string): void; end(): void };
  addContent(operators: string): void;
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A PDF that is drawn a sheet at a time and given away as it grows. It is tagged: what is drawn within `read` is read out,
 * as what it is; what is drawn within `decorate` is not.
 */
export class PrintedDocument {
  readonly typefaces: Typefaces = openTypefaces();
  private readonly pdf: PDFKit.PDFDocument;

  constructor(title: string, author: string) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'sv-SE',
      tagged: true,
      displayTitle: true,
      info: { Title: title, Author: author, Creator: 'Budkavle', Producer: 'Budkavle' },
    });
    // The library takes an opened typeface too, though its types know only of files.
    for (const [weight, font] of Object.entries(this.typefaces))
      this.pdf.registerFont(weight, font as unknown as Buffer);
  }

  /**
   * The document as it is drawn: no more of it than somebody takes, and other requests have their turn between two sheets.
   *
   * @param sheets draws a sheet each time it is asked for one
   */
  async *bytes(sheets: Iterable<void>): AsyncGenerator<Buffer> {
    for (const _sheet of sheets) {
      yield* this.drawn();
      await setImmediate();
    }
    this.pdf.end();
    yield* this.drawn();
  }

  private *drawn(): Generator<Buffer> {
    for (;;) {
      const bytes = this.pdf.read() as Buffer | null;
      if (!bytes) return;
      yield bytes;
    }
  }

  addSheet(): void {
    this.pdf.addPage();
  }

  /** In points. Its words are kept, for the next time that they are asked of or drawn. */
  widthOf(text: string, { size, weight = 'regular' }: Lettering): number {
    return this.pdf.font(weight).fontSize(size).widthOfString(text);
  }

  /** In points, of a text that comes once: nothing of it is kept. */
  widthOnce(text: string, { size, weight = 'regular' }: Lettering): number {
    return this.pdf.font(weight).fontSize(size).widthOfString(text, { features: [] });
  }

  read(as: 'H1' | 'H2' | 'P', draw: () => void): void {
    this.pdf.addStructure(this.pdf.struct(as, {}, [draw]));
  }

  decorate(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.pdf.save();
    draw(this.pdf);
    this.pdf.restore();
    this.pdf.endMarkedContent();
  }

  /**
   * Draws once what stands on many sheets: it is in the file a single time. The library has no name for that, so its
   * place of drawing is exchanged for a while.
   */
  prepareStamp(width: number, height: number, draw: () => void): Stamp {
    const pdf = this.pdf as unknown as Drawing;
    const fonts = {};
    const form = pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { Font: fonts },
    });
    const { page, _ctm } = pdf;
    pdf.page = {
      width,
      height,
      fonts,
      margins: noMargins,
      markings: [],
      write: (chunk) => form.write(chunk),
    };
    pdf._ctm = [1, 0, 0, 1, 0, 0];
    // The library counts from the top, a PDF from the bottom.
    this.pdf.transform(1, 0, 0, -1, 0, height);
    draw();
    [pdf.page, pdf._ctm] = [page, _ctm];
    form.end();
    return { form, height };
  }

  stamp({ form, height }: Stamp, x: number, y: number): void {
    const pdf = this.pdf as unknown as Drawing;
    pdf.page!.xobjects!['Stamp'] = form;
    this.pdf.save().transform(1, 0, 0, -1, x, y + height);
    pdf.addContent('/Stamp Do');
    this.pdf.restore();
  }

  fill(x: number, y: number, width: number, height: number): void {
    this.pdf.rect(x, y, width, height).fill('black');
  }

  inWhite(draw: () => void): void {
    this.pdf.fillColor('white');
    draw();
    this.pdf.fillColor('black');
  }

  /** One line, that no other begins like: nothing of it is kept to be drawn again. */
  lineOnce(text: string, spot: Spot, lettering: Lettering): void {
    this.draw(text, spot.x, spot.y, lettering, []);
  }

  /** One line of a text that stands on many sheets. */
  line(text: string, spot: Spot, lettering: Lettering): void {
    const { rightToLeft = false } = lettering;
    if (!rightToLeft && !rightToLeftLetters.test(text)) {
      this.draw(text, spot.x, spot.y, lettering);
      return;
    }
    const runs = visualRuns(text, rightToLeft).map((run) => ({
      ...run,
      // The typeface turns letters round, but not signs that belong to no script.
      text:
        run.rightToLeft && !rightToLeftLetters.test(run.text)
          ? Array.from(run.text).reverse().join('')
          : run.text,
    }));
    const widths = runs.map((run) => this.widthOf(run.text, lettering));
    let x = rightToLeft ? spot.x + spot.width - widths.reduce((sum, width) => sum + width, 0) : spot.x;
    for (const [at, run] of runs.entries()) {
      this.draw(run.text, x, spot.y, lettering, run.rightToLeft ? [] : undefined);
      x += widths[at]!;
    }
  }

  /** @param features none: the line is laid out as a whole, not a word at a time */
  private draw(
    text: string,
    x: number,
    y: number,
    { size, weight = 'regular' }: Lettering,
    features?: [],
  ): void {
    this.pdf
      .font(weight)
      .fontSize(size)
      .text(text, x, y, { lineBreak: false, ...(features ? { features } : {}) });
  }
}
