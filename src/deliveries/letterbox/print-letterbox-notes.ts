import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { textOf } from '../../broadcasts/follow-up/follow-up.js';
import { Clock } from '../../kernel/clock.js';
import { refusal } from '../../kernel/refusal.js';
import { Brand } from '../../platform/brand/brand.js';
import { Config } from '../../platform/config/config.js';
import { fromThread } from '../../platform/threads/from-thread.js';
import type { NotesOrder } from './letterbox-pdf.js';
import type { Unreached } from '../report/list-unreached.js';

const NotesForCancelled = refusal('unreached.called-off', 'conflict', {
  sv: 'Utskicket är avbrutet eller avslaget. Det finns inget att dela ut i brevlådorna.',
  en: 'The broadcast was cancelled or rejected. There is nothing to put into the letterboxes.',
});

const NoteCorrected = refusal('unreached.corrected', 'conflict', {
  sv: 'Texten är rättad. Skriv ut lapparna från rättelsen i stället.',
  en: 'The text has been corrected. Print the notes of the correction instead.',
});

const NobodyUnreached = refusal('unreached.nobody', 'conflict', {
  sv: 'Alla adresser nås av någon telefon. Det finns inga lappar att skriva ut.',
  en: 'Every address is reached by some phone. There are no notes to print.',
});

/** Makes a PDF for the letterboxes of those who can't be reached by phone: a walking list, then the notes. */
@Injectable()
export class PrintLetterboxNotes {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly brand: Brand,
  ) {}

  /**
   * @returns the PDF, drawn in a separate thread while it is read
   * @throws unreached.called-off, unreached.corrected, unreached.nobody, request.too-much-at-once
   */
  async run({ broadcast, addresses }: Unreached, languages: 'all' | 'first'): Promise<Readable> {
    if (broadcast.state === 'cancelled' || broadcast.state === 'rejected') throw NotesForCancelled();
    // An address where nobody was reached must not get what is known to be wrong.
    if (await this.broadcasts.correctionOf(textOf(broadcast), broadcast.id)) throw NoteCorrected();
    if (addresses.length === 0) throw NobodyUnreached();
    const order: NotesOrder = {
      broadcast,
      addresses,
      languages,
      sender: {
        municipality: this.config.get('MUNICIPALITY_NAME'),
        url: this.config.publicUrl,
        contactUrl: this.config.get('CONTACT_URL'),
        contactPhone: this.config.get('CONTACT_PHONE'),
      },
      brand: this.brand.parts.print,
      now: this.clock.now(),
    };
    const entry = new URL('./letterbox-pdf.thread.js', import.meta.url);
    return Readable.from(fromThread(entry, order, drawHere), { objectMode: false });
  }
}

/** For a program that runs unbuilt. A built program loads the PDF library only in the thread. */
async function* drawHere(order: NotesOrder): AsyncGenerator<Buffer> {
  const { letterboxPdf } = await import('./letterbox-pdf.js');
  yield* letterboxPdf(order);
}
