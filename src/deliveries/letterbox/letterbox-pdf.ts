import type { PrintBrand } from '../../platform/brand/brand.js';
import { printable } from '../../platform/print/typefaces.js';
import { PrintedDocument } from '../../platform/print/printed-document.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { swedishMoment, writeNote, type NoteSender } from './letterbox-note.js';
import { layOutNote, type NoteLayout } from './note-layout.js';
import { drawNotes } from './note-sheets.js';
import type { UnreachedAddress } from '../report/unreached.repository.js';
import { drawWalkingList, type WalkingListHead } from './walking-list-sheets.js';

/** Everything that a PDF of notes needs: plain data, so that it can be passed to a thread. */
export interface NotesOrder {
  readonly broadcast: Broadcast;
  /** In the order of the walk. */
  readonly addresses: readonly UnreachedAddress[];
  readonly languages: 'all' | 'first';
  readonly sender: NoteSender;
  /** Undefined for the neutral look. */
  readonly brand?: PrintBrand;
  readonly now: Date;
}

/** A walking list, then the notes. Sheets are drawn one at a time while the PDF is read. */
export function letterboxPdf({
  broadcast,
  addresses,
  languages,
  sender,
  brand,
  now,
}: NotesOrder): AsyncIterable<Buffer> {
  const document = new PrintedDocument(titleOf(broadcast), sender.municipality, brand);
  const note = writeNote(broadcast, sender, (text) => printable(text, document.typefaces), languages);
  const layout = layOutNote(note, document);
  const head = headOf(broadcast, layout, note.unprintable, addresses.length, now);
  function* sheets(): Generator<void> {
    yield* drawWalkingList(document, head, addresses);
    yield* drawNotes(document, layout, addresses);
  }
  return document.bytes(sheets());
}

const titleOf = ({ audienceName }: Broadcast): string => `Lappar i brevlådor: ${audienceName}`;

function headOf(
  broadcast: Broadcast,
  { columns, rows, mark, leftOut }: NoteLayout,
  unprintable: readonly string[],
  count: number,
  now: Date,
): WalkingListHead {
  const addresses = count === 1 ? '1 adress' : `${count} adresser`;
  return {
    title: titleOf(broadcast),
    mark,
    paragraphs: [
      `${addresses} går inte att nå per telefon, enligt vad som var känt den ${swedishMoment(now)}.`,
      `Dela inte ut lapparna efter den ${swedishMoment(broadcast.expiresAt)}.`,
      'Varje gata går upp längs de udda numren och ner längs de jämna.',
      ...(columns * rows > 1
        ? [
            `Skriv ut på en sida av pappret. Klipp hela bunten på en gång längs ${columns === 2 ? 'linjerna' : 'linjen'} och lägg högarna på varandra, den övre vänstra överst och den nedre högra underst: då ligger lapparna i samma ordning som listan.`,
          ]
        : []),
      ...(leftOut.length > 0 ? [`Fick inte plats på lappen: ${leftOut.join(', ')}.`] : []),
      ...(unprintable.length > 0 ? [`Kan inte skrivas ut, tecken saknas: ${unprintable.join(', ')}.`] : []),
    ],
  };
}
