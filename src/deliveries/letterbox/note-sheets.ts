import { sheet, type PrintedDocument } from '../../platform/print/printed-document.js';
import { addressLine, codeSize, logoTop, noteMargin, noteMark, type NoteLayout } from './note-layout.js';
import type { UnreachedAddress } from '../report/unreached.repository.js';
import { streetAndNumber } from '../report/unreached-table.js';

/**
 * Draws the notes, as many per sheet as their size allows. Their order lets the user cut the whole stack at once: the
 * piles, stacked from the upper left one to the lower right one, are in walking order.
 */
export function* drawNotes(
  document: PrintedDocument,
  layout: NoteLayout,
  addresses: readonly UnreachedAddress[],
): Generator<void> {
  const perSheet = layout.columns * layout.rows;
  const sheets = Math.ceil(addresses.length / perSheet);
  const note = document.prepareStamp(layout.width, layout.height, () => drawText(document, layout));
  for (let on = 0; on < sheets; on += 1) {
    document.addSheet();
    drawCuts(document, layout);
    for (let slot = 0; slot < perSheet; slot += 1) {
      const n = slot * sheets + on;
      const address = addresses[n];
      if (!address) continue;
      const [x, y] = [
        (slot % layout.columns) * layout.width,
        Math.floor(slot / layout.columns) * layout.height,
      ];
      const foot = {
        x: x + noteMargin,
        y: y + layout.height - noteMargin - addressLine.size,
        width: layout.width - 2 * noteMargin,
      };
      document.read('P', () => {
        document.stamp(note, x, y);
        document.lineOnce(`${n + 1}/${addresses.length}  ${whole(address)}`, foot, addressLine);
      });
    }
    yield;
  }
}

/** `Storgatan 12 B, 972 41 Luleå (Porsön 1:405)` */
function whole(address: UnreachedAddress): string {
  const { postalCode, locality, property } = address;
  const post = [postalCode?.replace(/^(\d{3})(\d{2})$/, '$1 $2'), locality].filter(Boolean).join(' ');
  return `${[streetAndNumber(address), post].filter(Boolean).join(', ')}${property ? ` (${property})` : ''}`;
}

/** Draws a note without the line that names its letterbox. */
function drawText(document: PrintedDocument, { mark, logo, lines, code, width }: NoteLayout): void {
  const spot = { x: noteMargin, y: noteMargin, width: width - 2 * noteMargin };
  if (mark) {
    document.fill(spot.x, spot.y, spot.width, noteMark.height);
    document.inWhite(() =>
      document.line(mark, { ...spot, x: spot.x + 6, y: spot.y + 5 }, noteMark.lettering),
    );
  }
  if (logo) document.logo(noteMargin, logoTop(mark), logo);
  for (const { text, lettering, ...at } of lines) document.line(text, at, lettering);
  if (!code) return;
  const square = codeSize / code.squares.side;
  for (const { x, y, length } of code.squares.runs)
    document.fill(code.x + x * square, code.y + y * square, length * square, square);
}

function drawCuts(document: PrintedDocument, { columns, rows }: NoteLayout): void {
  document.decorate((pdf) => {
    pdf.lineWidth(0.5).dash(4, { space: 4 }).strokeColor('#666666');
    if (rows === 2)
      pdf
        .moveTo(0, sheet.height / 2)
        .lineTo(sheet.width, sheet.height / 2)
        .stroke();
    if (columns === 2)
      pdf
        .moveTo(sheet.width / 2, 0)
        .lineTo(sheet.width / 2, sheet.height)
        .stroke();
  });
}
