import { breakLines } from '../../platform/print/break-lines.js';
import {
  sheet,
  type Lettering,
  type PrintedDocument,
  type Spot,
} from '../../platform/print/printed-document.js';
import type { QrCode } from '../../platform/print/qr-code.js';
import { isRightToLeft } from '../../platform/print/visual-runs.js';
import { languageInSwedish, type LetterboxNote, type NoteText } from './letterbox-note.js';

/** A line of a note. Its position is in points, from the note's upper left corner. */
export interface NoteLine extends Spot {
  readonly text: string;
  readonly lettering: Lettering;
}

/** The layout of a note: how many fit on a sheet, its size, and its lines. */
export interface NoteLayout {
  readonly columns: 1 | 2;
  readonly rows: 1 | 2;
  readonly width: number;
  readonly height: number;
  readonly mark?: string;
  /** The size of the logo, which is at the top. */
  readonly logo?: Extent;
  readonly lines: readonly NoteLine[];
  /** A code to scan, and where it is. */
  readonly code?: { readonly squares: QrCode; readonly x: number; readonly y: number } | undefined;
  /** Languages of texts that had no room, named in Swedish. */
  readonly leftOut: readonly string[];
}

/** Margin around a note's text, in points: printers can't print at the edge, and cutting is not exact. */
export const noteMargin = 24;
/** The line at the bottom that names the letterbox. */
export const addressLine = { size: 7.5, height: 12 } as const;

/** Points: the side of a code to scan, 22 mm, and the white beside it. */
export const codeSize = 62;
const besideCode = 12;

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Points: the largest size of the logo. */
const logoBox: Extent = { width: 130, height: 26 };
const belowLogo = 6;
const markHeight = 22;
const letterings = {
  from: { size: 10, weight: 'bold', inAccent: true },
  heading: { size: 14, weight: 'bold' },
  name: { size: 9, weight: 'bold' },
  text: { size: 11 },
  footing: { size: 8.5 },
} as const satisfies Record<string, Lettering>;

/** Four notes per sheet if the whole text fits, otherwise two, otherwise one. */
const sizes = [
  { columns: 2, rows: 2 },
  { columns: 1, rows: 2 },
  { columns: 1, rows: 1 },
] as const;

/** What the layout asks the document for. */
export type Measures = Pick<PrintedDocument, 'widthOf' | 'letteringFor' | 'logoIn'>;

/**
 * Uses the smallest size that holds the whole note. If not even a whole sheet is enough, the last languages are left
 * out and the note says so. The first text is always complete, because no broadcast is longer than a sheet.
 */
export function layOutNote(note: LetterboxNote, document: Measures): NoteLayout {
  for (let kept = note.texts.length; ; kept -= 1) {
    const leftOut = note.texts.slice(kept).map(({ language }) => languageInSwedish(language));
    for (const size of sizes) {
      const layout = layOut({ ...note, texts: note.texts.slice(0, kept) }, leftOut, size, document);
      if (layout.fits || (kept <= 1 && size === sizes[2])) return layout;
    }
  }
}

function layOut(
  note: LetterboxNote,
  leftOut: readonly string[],
  { columns, rows }: (typeof sizes)[number],
  document: Measures,
): NoteLayout & { readonly fits: boolean } {
  const [width, height] = [sheet.width / columns, sheet.height / rows];
  const inner = width - 2 * noteMargin;
  const logo = document.logoIn(logoBox.width, logoBox.height);
  let y: number = logoTop(note.mark) + (logo ? logo.height + belowLogo : 0);
  const block = (text: string, wanted: Lettering, after: number, wide = inner): NoteLine[] => {
    const lettering = document.letteringFor(text, wanted);
    const lines = breakLines(text, wide, (piece) => document.widthOf(piece, lettering)).map((line) => {
      const placed = { text: line, lettering, x: noteMargin, y, width: wide };
      y += lettering.size * 1.32;
      return placed;
    });
    y += after;
    return lines;
  };
  const heading = [...block(note.from, letterings.from, 3), ...block(note.heading, letterings.heading, 7)];
  const texts = note.texts.flatMap(({ name, text, language }: NoteText) => {
    const rightToLeft = isRightToLeft(language);
    return [
      ...(name ? block(name, { ...letterings.name, rightToLeft }, 1) : []),
      ...block(text, { ...letterings.text, rightToLeft }, 9),
    ];
  });
  const remarks = [
    ...(leftOut.length > 0 ? [`Meddelandet finns också på ${leftOut.join(', ')}.`] : []),
    ...(note.unprintable.length > 0
      ? [
          `Meddelandet är skrivet också på ${note.unprintable.join(', ')}, men kunde inte tryckas på det språket.`,
        ]
      : []),
  ];
  const code = note.code && { squares: note.code, x: noteMargin + inner - codeSize, y };
  const beside = code ? inner - codeSize - besideCode : inner;
  const footing = [...remarks, ...note.footing].flatMap((text) => block(text, letterings.footing, 2, beside));
  if (code) y = Math.max(y, code.y + codeSize);
  const fits = y <= height - noteMargin - addressLine.height;
  return {
    columns,
    rows,
    width,
    height,
    mark: note.mark,
    logo,
    lines: [...heading, ...texts, ...footing],
    code,
    leftOut,
    fits,
  };
}

/** Points from the upper edge of the note. */
export const logoTop = (mark: string | undefined): number => noteMargin + (mark ? markHeight + 4 : 0);

export const noteMark = { height: markHeight, lettering: { size: 10, weight: 'bold' } } as const;
