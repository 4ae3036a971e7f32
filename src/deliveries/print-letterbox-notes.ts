import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../broadcasts/broadcast.js';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { PrintedDocument } from '../platform/print/printed-document.js';
import { printable } from '../platform/print/typefaces.js';
import { swedishMoment, writeNote } from './letterbox-note.js';
import { layOutNote, type NoteLayout } from './note-layout.js';
import { drawNotes } from './note-sheets.js';
import type { Unreached } from './list-unreached.js';
import { drawWalkingList, type WalkingListHead } from './walking-list-sheets.js';

const CalledOff = refusal('unreached.called-off', 'conflict', {
  sv: 'Utskicket är avbrutet eller avslaget. Det finns inget att dela ut i brevlådorna.',
  en: 'The broadcast was cancelled or rejected. There is nothing to put into the letterboxes.',
});

const NobodyUnreached = refusal('unreached.nobody', 'conflict', {
  sv: 'Alla adresser nås av någon telefon. Det finns inga lappar att skriva ut.',
  en: 'Every address is reached by some phone. There are no notes to print.',
});

/** What is put into the letterboxes of those who can't be reached by phone, as a PDF: a list to walk by, then the notes. */
@Injectable()
export class PrintLetterboxNotes {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the PDF, drawn a sheet at a time as it is read
   * @throws unreached.called-off, unreached.nobody
   */
  run({ broadcast, addresses }: Unreached, languages: 'all' | 'first'): Readable {
    if (broadcast.state === 'cancelled' || broadcast.state === 'rejected') throw CalledOff();
    if (addresses.length === 0) throw NobodyUnreached();
    const municipality = this.config.get('MUNICIPALITY_NAME');
    const document = new PrintedDocument(titleOf(broadcast), municipality);
    const note = writeNote(
      broadcast,
      {
        municipality,
        url: this.config.publicUrl,
        contactUrl: this.config.get('CONTACT_URL'),
        contactPhone: this.config.get('CONTACT_PHONE'),
      },
      (text) => printable(text, document.typefaces),
      languages,
    );
    const layout = layOutNote(note, (text, lettering) => document.widthOf(text, lettering));
    const head = headOf(broadcast, layout, note.unprintable, addresses.length, this.clock.now());
    function* sheets(): Generator<void> {
      yield* drawWalkingList(document, head, addresses);
      yield* drawNotes(document, layout, addresses);
    }
    return Readable.from(document.bytes(sheets()), { objectMode: false });
  }
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
