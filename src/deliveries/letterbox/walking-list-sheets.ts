import { sheet, type Lettering, type PrintedDocument } from '../../platform/print/printed-document.js';
import { breakLines } from '../../platform/print/break-lines.js';
import type { UnreachedAddress } from '../report/unreached.repository.js';
import { streetsToWalk, type Street } from './walking-order.js';

export interface WalkingListHead {
  readonly title: string;
  readonly mark?: string;
  /** What to know before the walk, one item per paragraph. */
  readonly paragraphs: readonly string[];
}

const margin = 40;
const gutter = 24;
const columnWidth = (sheet.width - 2 * margin - gutter) / 2;
const rowHeight = 16;
const bottom = sheet.height - margin - 14;
const letterings = {
  title: { size: 18, weight: 'bold' },
  paragraph: { size: 10 },
  street: { size: 11, weight: 'bold' },
  row: { size: 10 },
  small: { size: 8 },
} as const satisfies Record<string, Lettering>;

/** The position of the next row: down the left column, then the right column, then on a new sheet. */
class Pen {
  private column = 0;
  private page = 0;
  private top = margin;
  y = margin;

  constructor(private readonly document: PrintedDocument) {
    this.newSheet();
  }

  get x(): number {
    return margin + this.column * (columnWidth + gutter);
  }

  /** The columns begin at the current height. */
  beginColumns(): void {
    this.top = this.y;
  }

  /** @returns whether it had to move to another column, or to a new sheet, to make room */
  makeRoom(height: number): 'here' | 'moved' | 'turned' {
    if (this.y + height <= bottom) return 'here';
    if (this.column === 0) {
      this.column = 1;
      this.y = this.top;
      return 'moved';
    }
    this.newSheet();
    return 'turned';
  }

  private newSheet(): void {
    this.document.addSheet();
    this.page += 1;
    this.column = 0;
    this.top = this.y = margin;
    const { page } = this;
    this.document.decorate(() => {
      const spot = { x: margin, y: sheet.height - margin, width: sheet.width };
      this.document.lineOnce(`Gånglista, sida ${page}`, spot, letterings.small);
    });
  }
}

/** Draws the walking list street by street, with a box to tick for each door. The numbers are those of the notes. */
export function* drawWalkingList(
  document: PrintedDocument,
  head: WalkingListHead,
  addresses: readonly UnreachedAddress[],
): Generator<void> {
  const pen = new Pen(document);
  drawHead(document, pen, head);
  let n = 0;
  for (const street of streetsToWalk(addresses)) {
    if (pen.makeRoom(3 * rowHeight) === 'turned') yield;
    drawStreet(document, pen, street, '');
    for (const address of street.addresses) {
      const room = pen.makeRoom(rowHeight);
      if (room === 'turned') yield;
      if (room !== 'here') drawStreet(document, pen, street, ' (forts.)');
      n += 1;
      drawDoor(document, pen, n, address);
    }
    pen.y += 6;
  }
  yield;
}

function drawHead(document: PrintedDocument, pen: Pen, { title, mark, paragraphs }: WalkingListHead): void {
  const width = sheet.width - 2 * margin;
  const block = (text: string, lettering: Lettering, after: number) => {
    for (const line of breakLines(text, width, (piece) => document.widthOf(piece, lettering))) {
      document.lineOnce(line, { x: margin, y: pen.y, width }, lettering);
      pen.y += lettering.size * 1.35;
    }
    pen.y += after;
  };
  document.read('H1', () => {
    if (mark) block(mark, letterings.street, 4);
    block(title, letterings.title, 4);
  });
  for (const paragraph of paragraphs) document.read('P', () => block(paragraph, letterings.paragraph, 3));
  pen.y += 8;
  pen.beginColumns();
}

function drawStreet(
  document: PrintedDocument,
  pen: Pen,
  street: Street<UnreachedAddress>,
  more: string,
): void {
  const { locality, addresses } = street;
  const name = `${street.street}${locality ? `, ${locality}` : ''} – ${addresses.length}${more}`;
  document.read('H2', () => {
    document.lineOnce(
      shortened(document, name, columnWidth, letterings.street),
      { x: pen.x, y: pen.y, width: columnWidth },
      letterings.street,
    );
  });
  pen.y += rowHeight + 2;
}

function drawDoor(
  document: PrintedDocument,
  pen: Pen,
  n: number,
  { number, property }: UnreachedAddress,
): void {
  const { x, y } = pen;
  const row = (text: string, from: number, width: number) =>
    document.lineOnce(
      shortened(document, text, width, letterings.row),
      { x: x + from, y, width },
      letterings.row,
    );
  document.decorate((pdf) =>
    pdf
      .lineWidth(0.8)
      .rect(x, y + 1, 9, 9)
      .stroke(),
  );
  document.read('P', () => {
    row(number === '' ? 'utan nr' : number, 18, 50);
    if (property) row(property, 72, columnWidth - 72 - 44);
    document.lineOnce(`lapp ${n}`, { x: x + columnWidth - 40, y: y + 1, width: 40 }, letterings.small);
  });
  pen.y += rowHeight;
}

function shortened(document: PrintedDocument, text: string, width: number, lettering: Lettering): string {
  if (document.widthOnce(text, lettering) <= width) return text;
  let end = text.length;
  while (end > 1 && document.widthOnce(`${text.slice(0, end)}…`, lettering) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
