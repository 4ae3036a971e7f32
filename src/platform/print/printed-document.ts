import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { PrintBrand } from '../brand/brand.js';
import { hasLetters, openHouseStyle, type HouseStyle } from './house-style.js';
import { openFont, openTypefaces, type Typefaces, type Weight } from './typefaces.js';
import { visualRuns } from './visual-runs.js';

/** The size of an A4 sheet in points (72 per inch). */
export const sheet = { width: 595.28, height: 841.89 } as const;

export interface Lettering {
  /** Font size in points. */
  readonly size: number;
  readonly weight?: Weight;
  /** Whether the text is written from right to left. Such a text starts at the right edge. */
  readonly rightToLeft?: boolean;
  /** Whether it is in the municipality's colour. */
  readonly inAccent?: boolean;
  /** Always in our own typeface: another line of the text has letters that the municipality's lacks. */
  readonly isPlain?: boolean;
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

const houseFonts = (house: HouseStyle | undefined) =>
  house?.fonts && { 'house-regular': house.fonts.regular, 'house-bold': house.fonts.bold };

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A PDF that is drawn one sheet at a time and streamed while it grows. It is a tagged PDF: a screen reader reads what
 * is drawn inside `read`, as a heading or a paragraph, and skips what is drawn inside `decorate`.
 */
export class PrintedDocument {
  readonly typefaces: Typefaces = openTypefaces();
  private readonly pdf: PDFKit.PDFDocument;
  private readonly house?: HouseStyle;

  /** @param brand undefined for a print without a look of its own: black, in our typeface */
  constructor(title: string, author: string, brand?: PrintBrand) {
    this.house = brand && openHouseStyle(brand, openFont);
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
    const fonts = { ...this.typefaces, ...houseFonts(this.house) };
    for (const [name, font] of Object.entries(fonts)) this.pdf.registerFont(name, font as unknown as Buffer);
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
    // An image with transparency is finished later.
    yield* this.pdf as unknown as AsyncIterable<Buffer>;
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

  /** The lettering for all lines of a text: they have one typeface, the municipality's if that has all the letters. */
  letteringFor(text: string, lettering: Lettering): Lettering {
    return this.fontFor(text, lettering).startsWith('house') ? lettering : { ...lettering, isPlain: true };
  }

  private fontFor(text: string, { weight = 'regular', isPlain, rightToLeft }: Lettering): string {
    const font = this.house?.fonts?.[weight];
    // Scripts from right to left need more than letters.
    if (!font || isPlain || rightToLeft || rightToLeftLetters.test(text)) return weight;
    return hasLetters(font, text) ? `house-${weight}` : weight;
  }

  /** Width in points. The library caches the layout of the words for later measuring and drawing. */
  widthOf(text: string, lettering: Lettering): number {
    return this.pdf.font(this.fontFor(text, lettering)).fontSize(lettering.size).widthOfString(text);
  }

  /** Width in points of a text that occurs once. Nothing is cached. */
  widthOnce(text: string, lettering: Lettering): number {
    return this.pdf
      .font(this.fontFor(text, lettering))
      .fontSize(lettering.size)
      .widthOfString(text, { features: [] });
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
    const xobjects = {};
    const form = pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { Font: fonts, XObject: xobjects },
    });
    const { page, _ctm } = pdf;
    pdf.page = {
      width,
      height,
      fonts,
      xobjects,
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

  /** The size of the logo inside a box, in points; undefined if there is none for prints. */
  logoIn(width: number, height: number): { readonly width: number; readonly height: number } | undefined {
    const logo = this.house?.logo;
    if (!logo) return undefined;
    const scale = Math.min(width / logo.width, height / logo.height);
    return { width: logo.width * scale, height: logo.height * scale };
  }

  /** Draws the logo. The sender's name must stand as text beside it: a screen reader does not read the logo. */
  logo(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): void {
    this.pdf.image(this.house!.logo!.png, x, y, { width, height });
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
  private draw(text: string, x: number, y: number, lettering: Lettering, features?: []): void {
    const isColoured = this.house !== undefined && lettering.inAccent;
    if (isColoured) this.pdf.fillColor(this.house.accent);
    this.pdf
      .font(this.fontFor(text, lettering))
      .fontSize(lettering.size)
      .text(text, x, y, { lineBreak: false, ...(features ? { features } : {}) });
    if (isColoured) this.pdf.fillColor('black');
  }
}
