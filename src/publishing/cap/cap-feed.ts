import { writeXml } from '../xml/write-xml.js';
import { neverChanged } from '../bulletin/last-change.js';
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
  { self, ofMessage }: Addresses,
): string {
  const entries = chains
    .flatMap(({ incident, messages }) =>
      messages.map((message, index) => ({
        message,
        changed: changedAt(message, messages[index + 1], incident),
      })),
    )
    .sort((a, b) => b.message.sentAt.getTime() - a.message.sentAt.getTime());
  return writeXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'sv',
      id: self,
      title: `Varningar och viktiga meddelanden, ${author}`,
      updated: updated.toISOString(),
      author: { name: author },
      link: { '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
      entry: entries.map(({ message, changed }) => entryOf(message, changed, ofMessage(message))),
    },
  });
}

/** When something followed a message, or the incident ended by itself. Readers that know the entry look again. */
function changedAt(message: CapMessage, next: CapMessage | undefined, { over }: PublicIncident): Date {
  const end = next?.sentAt ?? over?.at;
  return end && end > message.sentAt ? end : message.sentAt;
}

function entryOf({ infos, sentAt }: CapMessage, updated: Date, address: string) {
  const [info] = infos;
  return {
    id: address,
    title: info!.headline,
    updated: updated.toISOString(),
    published: sentAt.toISOString(),
    summary: info!.description,
    link: [
      { '@rel': 'alternate', '@type': 'application/cap+xml', '@href': address },
      { '@rel': 'related', '@type': 'text/html', '@href': info!.web },
    ],
  };
}
