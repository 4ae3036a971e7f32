import { writeXml } from '../xml/write-xml.js';
import type { CapArea, NamedValue } from './cap-area.js';
import type { CapInfo, CapMessage } from './cap-message.js';

const namespace = 'urn:oasis:names:tc:emergency:cap:1.2';

const pair = ({ valueName, value }: NamedValue) => ({ valueName, value });

/** In the order of the schema. What is undefined is left out. */
const alertOf = (message: CapMessage) => ({
  '@xmlns': namespace,
  identifier: message.identifier,
  sender: message.sender,
  sent: message.sent,
  // An exercise is never public, so nothing else is ever published.
  status: 'Actual',
  msgType: message.msgType,
  scope: 'Public',
  references: message.references.length > 0 ? message.references.join(' ') : undefined,
  incidents: message.incidents,
  info: message.infos.map(infoOf),
});

const infoOf = (info: CapInfo) => ({
  language: info.language,
  category: info.categories,
  event: info.event,
  responseType: info.responseType,
  urgency: info.urgency,
  severity: info.severity,
  certainty: info.certainty,
  eventCode: pair(info.eventCode),
  effective: info.effective,
  onset: info.onset,
  expires: info.expires,
  senderName: info.senderName,
  headline: info.headline,
  description: info.description,
  instruction: info.instruction,
  web: info.web,
  contact: info.contact,
  parameter: pair(info.parameter),
  area: info.areas.map(areaOf),
});

const areaOf = ({ areaDesc, polygons, geocode }: CapArea) => ({
  areaDesc,
  polygon: polygons,
  geocode: geocode && pair(geocode),
});

/** A message as XML. The same message is the same text, byte for byte. */
export const capXml = (message: CapMessage): string => writeXml({ alert: alertOf(message) });
