import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { openTypefaces, type Typefaces, type Weight } from './typefaces.js';
import { visualRuns } from './visual-runs.js';

/** The size of an A4 sheet in points (72 per inch). */
export const sheet = { width: 595.28, height: 841.89 } as const;

export interface Lettering {
  /** Font size in points. */
  readonly size: number;
  readonly weight?: Weight;
  /** Whether the text is written from right to left. Such a text starts at the right edge. */
  readonly rightToLeft?: boolean;
}

/** Position of a line of text: its upper left corner from that of the sheet, and its maximum width, in points. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Something drawn once and placed on many sheets. */
export interface Stamp {
  readonly form: object;
  readonly height: number;
}

/** Members of the library's document that its types lack. */
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
 * A PDF that is drawn one sheet at a time and streamed while it grows. It is a tagged PDF: a screen reader reads what
 * is drawn inside `read`, as a heading or a paragraph, and skips what is drawn inside `decorate`.
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
    // The library also accepts an opened typeface, although its types allow only files.
    for (const [weight, font] of Object.entries(this.typefaces))
      this.pdf.registerFont(weight, font as unknown as Buffer);
  }

  /**
   * The bytes of the document, drawn only as fast as they are consumed. Yields to the event loop between sheets, so
   * that other requests are answered.
   *
   * @param sheets draws one sheet per iteration
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

  /** Width in points. The library caches the layout of the words for later measuring and drawing. */
  widthOf(text: string, { size, weight = 'regular' }: Lettering): number {
    return this.pdf.font(weight).fontSize(size).widthOfString(text);
  }

  /** Width in points of a text that occurs once. Nothing is cached. */
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
   * Draws once what appears on many sheets, so that the file contains it a single time (a PDF form XObject). The
   * library has no function for this, so its current page is temporarily replaced.
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
    // The library's y axis starts at the top, a PDF's at the bottom.
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

  /** Draws one line of a text that occurs once. Nothing is cached. */
  lineOnce(text: string, spot: Spot, lettering: Lettering): void {
    this.draw(text, spot.x, spot.y, lettering, []);
  }

  /** Draws one line of a text that occurs on many sheets. The layout of its words is cached. */
  line(text: string, spot: Spot, lettering: Lettering): void {
    const { rightToLeft = false } = lettering;
    if (!rightToLeft && !rightToLeftLetters.test(text)) {
      this.draw(text, spot.x, spot.y, lettering);
      return;
    }
    const runs = visualRuns(text, rightToLeft).map((run) => ({
      ...run,
      // The font engine reverses letters of right-to-left scripts, but not characters that belong to no script.
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

  /** @param features an empty list makes the library lay out the line as a whole, not word by word from its cache */
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
