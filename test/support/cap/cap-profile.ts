import type { Element } from './cap-schema.js';
import { polygonFaults, type Bounds } from './cap-polygons.js';

/** A rule that a message breaks, by the names that Google's CAP library gives them. */
type Rule = (alert: Element) => boolean;

const all = ({ children }: Element, name: string): Element[] => children.filter((one) => one.name === name);
const text = (of: Element, name: string): string => all(of, name)[0]?.text.trim() ?? '';
const infos = (alert: Element): Element[] => all(alert, 'info');
const areas = (alert: Element): Element[] => infos(alert).flatMap((info) => all(info, 'area'));
const anyInfo =
  (breaks: (info: Element) => boolean): Rule =>
  (alert) =>
    infos(alert).some(breaks);
const lacks = (name: string): Rule => anyInfo((info) => text(info, name) === '');
const isUnknown = (name: string): Rule => anyInfo((info) => text(info, name) === 'Unknown');
const inOneInfo = (name: string): Rule => anyInfo((info) => /[+-]00:00$/.test(text(info, name)));

const differs =
  (name: string): Rule =>
  (alert) =>
    new Set(
      infos(alert).map((info) =>
        JSON.stringify([...new Set(all(info, name).map((one) => JSON.stringify(one)))].sort()),
      ),
    ).size > 1;

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const tuple = /^[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const times = (alert: Element): string[] => [
  text(alert, 'sent'),
  ...infos(alert).flatMap((info) =>
    ['effective', 'onset', 'expires'].map((name) => text(info, name)).filter(Boolean),
  ),
];

/** Elements of an alert, an info and an area, in the order of the schema. */
const order: Readonly<Record<string, string>> = {
  alert:
    'identifier sender sent status msgType source scope restriction addresses code note references incidents info Signature',
  info: 'language category event responseType urgency severity certainty audience eventCode effective onset expires senderName headline description instruction web contact parameter resource area',
  area: 'areaDesc polygon circle geocode altitude ceiling',
};
const isOutOfOrder = (element: Element): boolean => {
  const places = order[element.name]?.split(' ');
  const found = places ? element.children.map(({ name }) => places.indexOf(name)) : [];
  return (
    found.some((place, at) => place < (found[at - 1] ?? 0)) ||
    element.children.some((one) => isOutOfOrder(one))
  );
};
const references = (alert: Element): string[] => text(alert, 'references').split(/\s+/).filter(Boolean);

/** The rules of the profile and of the validator that a message of ours can break, in our own words. */
const rules: Readonly<Record<string, Rule>> = {
  UPDATE_OR_CANCEL_MUST_REFERENCE: (alert) =>
    ['Update', 'Cancel'].includes(text(alert, 'msgType')) && references(alert).length === 0,
  INFO_IS_REQUIRED: (alert) => infos(alert).length === 0,
  CATEGORIES_MUST_MATCH: differs('category'),
  EVENT_CODES_MUST_MATCH: differs('eventCode'),
  DESCRIPTION_IS_REQUIRED: lacks('description'),
  WEB_IS_REQUIRED: lacks('web'),
  EXPIRES_IS_REQUIRED: lacks('expires'),
  URGENCY_IS_REQUIRED: lacks('urgency'),
  SEVERITY_IS_REQUIRED: lacks('severity'),
  CERTAINTY_IS_REQUIRED: lacks('certainty'),
  AREA_IS_REQUIRED: anyInfo((info) => all(info, 'area').length === 0),
  CIRCLE_POLYGON_OR_GEOCODE_IS_REQUIRED: (alert) =>
    areas(alert).some((area) => !['circle', 'polygon', 'geocode'].some((name) => all(area, name).length > 0)),
  EFFECTIVE_NOT_AFTER_EXPIRES: (alert) =>
    infos(alert).some(
      (info) =>
        Date.parse(text(info, 'effective') || text(alert, 'sent')) > Date.parse(text(info, 'expires')),
    ),
  SENDER_NAME_STRONGLY_RECOMMENDED: lacks('senderName'),
  RESPONSE_TYPE_STRONGLY_RECOMMENDED: lacks('responseType'),
  HEADLINE_TOO_LONG: anyInfo((info) => text(info, 'headline').length >= 140),
  HEADLINE_AND_DESCRIPTION_SHOULD_DIFFER: anyInfo(
    (info) => text(info, 'headline') !== '' && text(info, 'headline') === text(info, 'description'),
  ),
  DESCRIPTION_AND_INSTRUCTION_SHOULD_DIFFER: anyInfo(
    (info) => text(info, 'instruction') !== '' && text(info, 'instruction') === text(info, 'description'),
  ),
  UNKNOWN_URGENCY_DISCOURAGED: isUnknown('urgency'),
  UNKNOWN_SEVERITY_DISCOURAGED: isUnknown('severity'),
  UNKNOWN_CERTAINTY_DISCOURAGED: isUnknown('certainty'),
  EMPTY_GEOCODE_FIELD: (alert) =>
    areas(alert).some((area) =>
      all(area, 'geocode').some((code) => text(code, 'valueName') === '' || text(code, 'value') === ''),
    ),
  TEST_ALERT_DISCOURAGED: (alert) => text(alert, 'status') === 'Test',
  SENT_INCLUDES_UTC_TIMEZONE: (alert) => /[+-]00:00$/.test(text(alert, 'sent')),
  EFFECTIVE_INCLUDES_UTC_TIMEZONE: inOneInfo('effective'),
  ONSET_INCLUDES_UTC_TIMEZONE: inOneInfo('onset'),
  EXPIRES_INCLUDES_UTC_TIMEZONE: inOneInfo('expires'),
  CIRCULAR_REFERENCE: (alert) =>
    references(alert).some((one) => one.split(',')[1] === text(alert, 'identifier')),
  POSTDATED_REFERENCE: (alert) =>
    references(alert).some((one) => Date.parse(one.split(',')[2] ?? '') > Date.parse(text(alert, 'sent'))),
  INVALID_REFERENCES: (alert) =>
    all(alert, 'references').length > 0 &&
    (references(alert).length === 0 || references(alert).some((one) => !tuple.test(one))),
  INVALID_DATE: (alert) => times(alert).some((one) => !time.test(one) || Number.isNaN(Date.parse(one))),
  INVALID_IDENTIFIER: (alert) => !/^[^\s,<&]+$/.test(text(alert, 'identifier')),
  INVALID_SENDER: (alert) => !/^[^\s,<&]+$/.test(text(alert, 'sender')),
  INVALID_LANGUAGE: anyInfo((info) => !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(text(info, 'language'))),
  INVALID_WEB: anyInfo((info) => text(info, 'web') !== '' && !URL.canParse(text(info, 'web'))),
  INVALID_SEQUENCE: isOutOfOrder,
  RESTRICTION_SCOPE_MISMATCH: (alert) =>
    (text(alert, 'restriction') !== '') !== (text(alert, 'scope') === 'Restricted'),
  EXERCISE_IN_PUBLIC_FEED: (alert) => ['Exercise', 'Draft', 'System'].includes(text(alert, 'status')),
};

/** The rules that a message breaks, sorted. What only makes it poorer, as a missing contact, is not among them. */
export const profileFindings = (alert: Element, bounds: Bounds): string[] =>
  [
    ...Object.keys(rules).filter((name) => rules[name]!(alert)),
    ...polygonFaults(
      areas(alert).flatMap((area) => all(area, 'polygon').map((one) => one.text)),
      bounds,
    ),
  ].sort();
