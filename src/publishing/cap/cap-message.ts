import { v5 } from 'uuid';
import { textIn, type PublicIncident } from '../bulletin/public-incident.js';
import type { PublicMessage } from '../bulletin/public-message.js';
import { capAreas, geocodeOf, type CapArea, type Municipality, type NamedValue } from './cap-area.js';
import { capEvent, eventCodeList, gravityOf, type CapGravity } from './cap-event.js';
import { historyOf, type Happening } from './cap-history.js';
import { instructionIn } from './cap-instruction.js';
import { asHeadline, writable } from './cap-text.js';
import { capTime } from './cap-time.js';
import { eventIn, tagOf, withdrawnIn } from './cap-words.js';

/** A message of the Common Alerting Protocol 1.2, with its times as they are written. */
export interface CapMessage {
  /** The last part of its address: the broadcast's id, or that with `-cancellation`. */
  readonly name: string;
  readonly identifier: string;
  readonly sender: string;
  readonly sent: string;
  readonly msgType: 'Alert' | 'Update' | 'Cancel';
  /** `sender,identifier,sent` of each. Empty for an Alert only. */
  readonly references: readonly string[];
  /** The id of the incident, the same in all its messages. */
  readonly incidents: string;
  /** One for each language; at least one. */
  readonly infos: readonly CapInfo[];
  /** For feeds, which have other formats of time. */
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export interface CapInfo extends CapGravity {
  readonly language: string;
  readonly categories: readonly string[];
  readonly event: string;
  readonly eventCode: NamedValue;
  readonly effective: string;
  /** When it begins or began, if a template's time says so. */
  readonly onset?: string | undefined;
  readonly expires: string;
  readonly senderName: string;
  readonly headline: string;
  readonly description: string;
  readonly instruction?: string | undefined;
  readonly web: string;
  readonly contact?: string | undefined;
  /** The municipality, for readers that choose by it. Not a geocode: that would widen the area to all of it. */
  readonly parameter: NamedValue;
  readonly areas: readonly CapArea[];
}

/** What is the same in all messages of an installation. */
export interface CapSettings {
  readonly sender: string;
  readonly municipality: Municipality;
  readonly contact?: string | undefined;
  /** The address of an incident's page. */
  readonly pageOf: (incident: Pick<PublicIncident, 'id'>) => string;
}

/** Milliseconds that the end of an incident is valid at least: a reader drops what has expired without reading it. */
const shortestEnd = 3_600_000;

/**
 * The messages of an incident, in order: one for each thing that happened to it. What was made once is made the same
 * again, whatever happens later.
 */
export function chainOf(incident: PublicIncident, settings: CapSettings): CapMessage[] {
  const messages: CapMessage[] = [];
  for (const happening of historyOf(incident)) {
    const earlier = chainFor(happening, messages);
    messages.push(messageOf(happening, earlier, incident, settings));
  }
  return messages;
}

/**
 * The earlier messages that a message belongs to. A reader has dropped what a Cancel names, so what goes on after one is
 * a new Alert that refers to none of it.
 */
function chainFor({ standing }: Happening, messages: readonly CapMessage[]): readonly CapMessage[] {
  if (standing === 'goes-on' && messages.at(-1)?.msgType === 'Cancel') return [];
  return messages.slice(messages.findLastIndex(({ msgType }) => msgType === 'Alert'));
}

function messageOf(
  happening: Happening,
  earlier: readonly CapMessage[],
  incident: PublicIncident,
  settings: CapSettings,
): CapMessage {
  const { id } = happening.message;
  const expiresAt = expiryOf(happening, earlier);
  return {
    name: happening.isCancellation ? `${id}-cancellation` : id,
    identifier: `urn:uuid:${happening.isCancellation ? v5('cancellation', id) : id}`,
    sender: settings.sender,
    sent: capTime(happening.at),
    msgType: earlier.length === 0 ? 'Alert' : happening.standing === 'goes-on' ? 'Update' : 'Cancel',
    references: referencesAt(happening.at, earlier),
    incidents: incident.id,
    infos: infosOf(happening, expiresAt, incident, settings),
    sentAt: happening.at,
    expiresAt,
  };
}

/** The incident's end at that moment. What ends it stays valid as long as anything that it ends. */
function expiryOf({ at, endsAt, message }: Happening, earlier: readonly CapMessage[]): Date {
  const ends = earlier.map(({ expiresAt }) => expiresAt.getTime());
  return endsAt
    ? new Date(Math.max(endsAt.getTime(), at.getTime()))
    : new Date(Math.max(at.getTime() + shortestEnd, message.expiresAt.getTime(), ...ends));
}

/** All that have not expired. All, if every one has: an Update and a Cancel must name what they are about. */
function referencesAt(at: Date, earlier: readonly CapMessage[]): string[] {
  const valid = earlier.filter(({ expiresAt }) => expiresAt.getTime() > at.getTime());
  return (valid.length > 0 ? valid : earlier).map(
    ({ sender, identifier, sent }) => `${sender},${identifier},${sent}`,
  );
}

function infosOf(
  { at, message, standing, holding, areas }: Happening,
  expiresAt: Date,
  incident: PublicIncident,
  { municipality, contact, pageOf }: CapSettings,
): CapInfo[] {
  const [first] = incident.messages;
  const kind = first?.event;
  const event = capEvent(first);
  const main = holding[0] ?? message;
  const places = capAreas(areas, municipality);
  const onset = standing === 'goes-on' ? onsetOf([main, ...incident.messages], expiresAt) : undefined;
  return main.texts.map(({ language }) => ({
    ...gravityOf(event, main.lane, standing),
    language: tagOf(language),
    categories: event.categories,
    event: eventIn(event.name, language),
    eventCode: { valueName: eventCodeList, value: event.code },
    effective: capTime(at),
    onset: onset && capTime(onset),
    expires: capTime(expiresAt),
    senderName: writable(municipality.name),
    ...(standing === 'withdrawn'
      ? withdrawal(message, language)
      : said(holding, language, {
          kind,
          otherwise: `${eventIn(event.name, language)}: ${places[0]!.areaDesc}`,
        })),
    web: pageOf(incident),
    contact: contact ? writable(contact) : undefined,
    parameter: geocodeOf(municipality),
    areas: places,
  }));
}

/** The first that is known, of what holds and then of the first message. One after the end would contradict it. */
function onsetOf(messages: readonly PublicMessage[], expiresAt: Date): Date | undefined {
  const onset = messages.find((one) => one.onsetAt && one.relation !== 'all-clear')?.onsetAt;
  return onset && onset < expiresAt ? onset : undefined;
}

function withdrawal(message: PublicMessage, language: string): Pick<CapInfo, 'headline' | 'description'> {
  const { headline, body } = withdrawnIn(language);
  return {
    headline: asHeadline(`${headline}: ${writable(textIn(message, language).headline)}`),
    description: body,
  };
}

/**
 * The text that holds, with those of extensions that say something else. An info has the languages of the first, so that
 * no text is in another language than its info says.
 */
function said(
  [main, ...extensions]: readonly PublicMessage[],
  language: string,
  { kind, otherwise }: { readonly kind: PublicMessage['event']; readonly otherwise: string },
): Pick<CapInfo, 'headline' | 'description' | 'instruction'> {
  const text = textIn(main!, language);
  const own = extensions.map((one) => textIn(one, language).body);
  const bodies = [...new Set([text.body, ...own].map(writable).filter(Boolean))];
  const parted = instructionIn(bodies.join('\n\n') || `${otherwise}.`, kind, language);
  const given = asHeadline(writable(text.headline));
  const isOwn = given && given !== parted.description;
  return { headline: isOwn ? given : asHeadline(otherwise), ...parted };
}
