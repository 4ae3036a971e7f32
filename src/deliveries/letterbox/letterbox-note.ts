import type { Broadcast } from '../../broadcasts/broadcast.js';
import { shortAddress } from '../../messages/page-link.js';
import { qrCodeOf, type QrCode } from '../../platform/print/qr-code.js';
import { timeZone } from '../../kernel/time-zone.js';

/** Who delivers the note, and where its reader can turn. */
export interface NoteSender {
  readonly municipality: string;
  /** Address of the public pages. */
  readonly url: string;
  readonly contactUrl?: string;
  readonly contactPhone?: string;
}

export interface NoteText {
  /** ISO 639. */
  readonly language: string;
  /** The language's name in that language; undefined for the first text, which needs no name. */
  readonly name?: string;
  readonly text: string;
}

/** The content of a letterbox note. It is the same for everyone. */
export interface LetterboxNote {
  /** A warning that is printed white on black. */
  readonly mark?: string;
  readonly from: string;
  readonly heading: string;
  readonly texts: readonly NoteText[];
  /** Languages of texts that can't be printed, named in Swedish. */
  readonly unprintable: readonly string[];
  /** When it was sent, how long it is valid, where to turn. */
  readonly footing: readonly string[];
  /** The short address of its page, as a code to scan; undefined if it has none. */
  readonly code?: QrCode | undefined;
}

const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short', timeZone });
/** For example `28 november 2026 kl. 13:05`. */
export const swedishMoment = (at: Date): string => moment.format(at);

export const languageInSwedish = (language: string): string => nameIn('sv', language);

function nameIn(reader: string, language: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/**
 * Writes the content of the note.
 *
 * @param printable returns the text without signs that can't be printed, or undefined if its letters can't be printed
 * @param languages all languages of the broadcast, or only the first
 */
export function writeNote(
  broadcast: Broadcast,
  sender: NoteSender,
  printable: (text: string) => string | undefined,
  languages: 'all' | 'first' = 'all',
): LetterboxNote {
  const page = pageOf(broadcast, sender);
  const texts = broadcast.texts
    .slice(0, languages === 'all' ? undefined : 1)
    .map(({ language, sms }, at) => ({
      language,
      name: at === 0 ? undefined : capital(nameIn(language, language)),
      text: printable(sms),
    }));
  return {
    mark: markOf(broadcast),
    from: sender.municipality,
    heading: 'Meddelande till dig på den här adressen',
    texts: texts.flatMap(({ text, ...rest }) => (text === undefined ? [] : [{ ...rest, text }])),
    unprintable: texts
      .filter(({ text }) => text === undefined)
      .map(({ language }) => languageInSwedish(language)),
    footing: footingOf(broadcast, sender),
    code: page === undefined ? undefined : qrCodeOf(page),
  };
}

/** A draft must not end up in a letterbox, and an exercise must look like one. */
function markOf({ planned, exercise }: Broadcast): string | undefined {
  if (planned === undefined) return 'UTKAST, INTE GODKÄNT. FÅR INTE DELAS UT.';
  return exercise ? 'ÖVNING – DETTA ÄR BARA EN ÖVNING' : undefined;
}

/** The page of what is published. A draft has none yet. */
const pageOf = ({ isPublic, pageCode, planned }: Broadcast, { url }: NoteSender): string | undefined =>
  isPublic && pageCode !== undefined && planned !== undefined ? shortAddress(url, pageCode) : undefined;

function sinceWhen({ planned, startedAt, decidedAt }: Broadcast, municipality: string): string {
  if (startedAt) return `${municipality} skickade meddelandet den ${swedishMoment(startedAt)}.`;
  if (planned === undefined || !decidedAt) return 'Meddelandet är inte skickat.';
  return `${municipality} godkände meddelandet den ${swedishMoment(decidedAt)}.`;
}

function footingOf(broadcast: Broadcast, sender: NoteSender): string[] {
  const { municipality, url, contactUrl, contactPhone } = sender;
  const page = pageOf(broadcast, sender);
  const more = page ?? contactUrl ?? url;
  return [
    sinceWhen(broadcast, municipality),
    ...(page === undefined ? [] : [`Läs det senaste: skanna koden, eller skriv ${page}`]),
    `Efter den ${swedishMoment(broadcast.expiresAt)}: läs vad som gäller då på ${more}`,
    ...(contactPhone ? [`Frågor? Ring ${contactPhone}.`] : []),
    `Lappen delas ut där vi inte når fram per telefon. Vill du få besked i telefonen? ${url}`,
  ];
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
