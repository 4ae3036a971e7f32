import { neverChanged } from '../bulletin/last-change.js';
import { writeAtom, type AtomEntry } from '../feeds/atom.js';
import type { PublicIncident } from '../bulletin/public-incident.js';
import type { CapMessage } from './cap-message.js';

/** An incident that goes on or was over lately, with its messages. */
export interface CapChain {
  readonly incident: PublicIncident;
  readonly messages: readonly CapMessage[];
}

interface About {
  readonly author: string;
  /** When an alert last changed, or was too old to be shown; undefined if none has ever been. */
  readonly updated: Date | undefined;
}

interface Addresses {
  readonly self: string;
  /** The page of what is current. */
  readonly current: string;
  /** The address of a message. */
  readonly ofMessage: (message: CapMessage) => string;
}

/**
 * An Atom feed with an entry for each message, the newest first. The id of an entry is the address of its message: some
 * readers fetch from there and not from the link.
 */
export function capFeed(
  chains: readonly CapChain[],
  { author, updated = neverChanged }: About,
  { self, current, ofMessage }: Addresses,
): string {
  const entries = chains
    .flatMap(({ incident, messages }) =>
      messages.map((message, index) => ({
        message,
        changed: changedAt(message, messages[index + 1], incident),
      })),
    )
    .sort((a, b) => b.message.sentAt.getTime() - a.message.sentAt.getTime());
  return writeAtom({
    id: self,
    language: 'sv',
    title: `Varningar och viktiga meddelanden, ${author}`,
    updated,
    author: { name: author, uri: current },
    links: [{ rel: 'self', type: 'application/atom+xml', href: self }],
    entries: entries.map(({ message, changed }) => entryOf(message, changed, ofMessage(message))),
  });
}

/** When something followed a message, or the incident ended by itself. Readers that know the entry look again. */
function changedAt(message: CapMessage, next: CapMessage | undefined, { over }: PublicIncident): Date {
  const end = next?.sentAt ?? over?.at;
  return end && end > message.sentAt ? end : message.sentAt;
}

/** Title and summary are in the first language of the message. */
function entryOf({ infos, sentAt }: CapMessage, updated: Date, address: string): AtomEntry {
  const [info] = infos;
  return {
    id: address,
    language: info!.language,
    title: info!.headline,
    summary: info!.description,
    published: sentAt,
    updated,
    links: [
      { rel: 'alternate', type: 'application/cap+xml', href: address },
      { rel: 'related', type: 'text/html', href: info!.web },
    ],
    categories: [],
  };
}
