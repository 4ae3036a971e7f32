import { refusal } from '../kernel/refusal.js';
import type { Broadcast } from './broadcast.js';

const OpenedUnknown = refusal('broadcast.opened-unknown', 'invalid', {
  sv: 'Det där kan ingen ha öppnat: {what}.',
  en: 'Nobody can have opened that: {what}.',
});

/** What an approver can open of a broadcast: `text-sv` is its Swedish text, `spoken` a call played aloud, `reminder` its reminder, `web` what is published. */
const thingsOf = ({ texts }: Pick<Broadcast, 'texts'>): readonly string[] => [
  'map',
  'checklist',
  'spoken',
  'reminder',
  'web',
  ...texts.map(({ language }) => `text-${language}`),
];

/**
 * What the approver opened before the approval, each once, for the audit log.
 *
 * @throws broadcast.opened-unknown
 */
export function readOpened(opened: readonly string[], broadcast: Pick<Broadcast, 'texts'>): string[] {
  const known = thingsOf(broadcast);
  const unknown = opened.filter((what) => !known.includes(what));
  if (unknown.length > 0) throw OpenedUnknown({ what: unknown.join(', ') });
  return known.filter((what) => opened.includes(what));
}
