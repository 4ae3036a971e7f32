import type { CapInfo, CapMessage } from '../cap/cap-message.js';
import type { CapArea, NamedValue } from '../cap/cap-area.js';

/** An alert as the VMA API of Sveriges Radio has it, version 3: CAP 1.2 in JSON. Its readers can read ours. */
export interface JsonAlert {
  readonly identifier: string;
  readonly sender: string;
  /** Local time with its offset. */
  readonly sent: string;
  readonly status: 'Actual';
  readonly msgType: CapMessage['msgType'];
  readonly scope: 'Public';
  /** `sender,identifier,sent`, several parted by spaces; null for an Alert. */
  readonly references: string | null;
  readonly incidents: string;
  readonly info: readonly JsonInfo[];
}

interface JsonInfo {
  readonly language: string;
  readonly category: readonly string[];
  readonly event: string;
  readonly responseType: readonly string[];
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly eventCode: readonly NamedValue[];
  readonly effective: string;
  readonly onset?: string | undefined;
  readonly expires: string;
  readonly senderName: string;
  readonly headline: string;
  readonly description: string;
  readonly instruction?: string | undefined;
  readonly web: string;
  readonly contact?: string | undefined;
  /** The municipality, for readers that choose by it: only an area without a polygon has it as a geocode. */
  readonly parameter: readonly NamedValue[];
  readonly area: readonly JsonArea[];
}

interface JsonArea {
  readonly areaDesc: string;
  /** Each `lat,lon lat,lon …`, closed. */
  readonly polygon?: readonly string[];
  readonly geocode?: readonly NamedValue[];
}

/** Every message, the newest first. */
export const jsonAlerts = (messages: readonly CapMessage[]): JsonAlert[] =>
  messages.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime()).map(alertOf);

const alertOf = (message: CapMessage): JsonAlert => ({
  identifier: message.identifier,
  sender: message.sender,
  sent: message.sent,
  status: 'Actual',
  msgType: message.msgType,
  scope: 'Public',
  references: message.references.length > 0 ? message.references.join(' ') : null,
  incidents: message.incidents,
  info: message.infos.map(infoOf),
});

const infoOf = (info: CapInfo): JsonInfo => ({
  language: info.language,
  category: info.categories,
  event: info.event,
  responseType: [info.responseType],
  urgency: info.urgency,
  severity: info.severity,
  certainty: info.certainty,
  eventCode: [info.eventCode],
  effective: info.effective,
  onset: info.onset,
  expires: info.expires,
  senderName: info.senderName,
  headline: info.headline,
  description: info.description,
  instruction: info.instruction,
  web: info.web,
  contact: info.contact,
  parameter: [info.parameter],
  area: info.areas.map(areaOf),
});

const areaOf = ({ areaDesc, polygons, geocode }: CapArea): JsonArea => ({
  areaDesc,
  ...(polygons.length > 0 ? { polygon: polygons } : {}),
  ...(geocode ? { geocode: [geocode] } : {}),
});
