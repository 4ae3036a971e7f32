import { isArea, type AreaAudience, type Audience } from '../../audiences/audience.js';
import { refusal } from '../../kernel/refusal.js';
import { unmarkCorrection } from '../../messages/correction-marking.js';
import { measure } from '../../messages/measure-text.js';
import type { Broadcast, BroadcastText, Follows } from '../broadcast.js';
import { carriedOf, type Carried } from '../carried-fields.js';
import { isBeingWritten } from '../schedule/reminder.js';
import type { Relation } from '../../kernel/relations.js';

export const NothingToFollow = refusal('broadcast.nothing-to-follow', 'conflict', {
  sv: 'Bara ett larm som har godkänts kan följas upp eller utökas.',
  en: 'Only an alert that was approved can be followed up or extended.',
});
const NotSentYet = refusal('broadcast.not-sent-yet', 'conflict', {
  sv: 'Larmet är schemalagt och har inte skickats än. Ändra det i stället, eller avbryt det.',
  en: 'The alert is scheduled and has not been sent yet. Change it instead, or cancel it.',
});
const NothingToExtend = refusal('broadcast.nothing-to-extend', 'conflict', {
  sv: 'Bara larmet, eller rättelsen av det, kan utökas: de nya har inte fått det som resten handlar om.',
  en: 'Only the alert, or the correction of it, can be extended: the others have not had what the rest is about.',
});
export const AlertCorrected = refusal('broadcast.corrected', 'conflict', {
  sv: 'Texten har rättats sedan dess. Utöka rättelsen i stället.',
  en: 'The text has been corrected since. Extend the correction instead.',
});
export const AllClearApproved = refusal('broadcast.called-off', 'conflict', {
  sv: 'Beskedet att det är över har redan gått ut, så larmet kan inte utökas. Skriv ett nytt.',
  en: 'The all-clear has gone out already, so the alert can’t be extended. Write a new one.',
});
export const Overtaken = refusal('broadcast.overtaken', 'conflict', {
  sv: 'Sedan det lämnades in har beskedet att det är över, eller en rättelse, godkänts. Återlämna det, så att det läses igen.',
  en: 'Since it was submitted the all-clear, or a correction, was approved. Return it, so that it is read again.',
});
const SettledByOriginal = refusal('broadcast.settled-by-original', 'invalid', {
  sv: 'En uppdatering, en rättelse och beskedet att det är över går till dem som fick larmet; en utökning säger det som larmet sa. Lämna det tomt.',
  en: 'An update, a correction and an all-clear go to who had the alert; an extension says what the alert said. Leave it out.',
});
const AreaRequired = refusal('broadcast.area-required', 'invalid', {
  sv: 'Välj området som meddelandet ska utökas till.',
  en: 'Choose the area to take the message to.',
});

/**
 * An update of an alert that is still being written is its reminder: see `reminder.ts`.
 *
 * @throws broadcast.nothing-to-follow, broadcast.not-sent-yet, broadcast.nothing-to-extend
 */
export function follow(
  earlier: Pick<Broadcast, 'id' | 'kind' | 'state' | 'planned' | 'follows' | 'audience'>,
  relation: Relation,
): Follows {
  if (relation === 'update' && isBeingWritten(earlier)) return { relation, id: earlier.id, root: earlier.id };
  if (earlier.state === 'scheduled') throw NotSentYet();
  if (!mayBeFollowed(earlier)) throw NothingToFollow();
  const root = earlier.follows?.root ?? earlier.id;
  // The text of the alert, of its extensions, or what the alert was corrected to.
  const isTaken = textOf(earlier) === root || earlier.follows?.relation === 'extension';
  if (relation === 'extension' && !isTaken) throw NothingToExtend();
  return { relation, id: earlier.id, root };
}

/**
 * The first broadcast that said what this one says: extensions repeat the alert, unless they have their own place and
 * time, and a correction stands for what it corrects. A correction of this one is a correction of that one.
 */
export function textOf({ id, follows, audience }: Pick<Broadcast, 'id' | 'follows' | 'audience'>): string {
  if (follows?.relation === 'extension')
    return ('beyond' in audience ? audience.saying : undefined) ?? follows.root;
  if (follows?.relation === 'correction' && 'recipientsOf' in audience) return audience.recipientsOf;
  return id;
}

/** Whether the correction replaces it: it says the wrong text, or it is an update that waits and may repeat it. */
export const isReplacedBy = (
  correction: Pick<Broadcast, 'id' | 'follows' | 'audience'>,
  one: Pick<Broadcast, 'id' | 'follows' | 'audience' | 'state'>,
): boolean =>
  textOf(one) === textOf(correction) ||
  (one.state === 'scheduled' &&
    one.follows?.relation === 'update' &&
    one.follows.root === textOf(correction));

/** Whether an all-clear of its alert cancels the rest of it. */
export const isEndedByAllClear = ({ follows }: Pick<Broadcast, 'follows'>): boolean =>
  follows?.relation !== 'all-clear';

/** Nobody has had a broadcast that is scheduled or has missed its start: there is nothing to extend or to call off. */
export const mayBeFollowed = ({
  kind,
  state,
  planned,
}: Pick<Broadcast, 'kind' | 'state' | 'planned'>): boolean =>
  kind === 'alert' && planned !== undefined && state !== 'scheduled' && state !== 'missed';

/**
 * The audience of a follow-up. Only that of an extension can be chosen. A correction goes to those who had the text that
 * it corrects.
 *
 * @throws broadcast.area-required, broadcast.settled-by-original
 */
export function audienceOf(
  { relation, root }: Follows,
  earlier: Pick<Broadcast, 'id' | 'follows' | 'audience'>,
  chosen: Audience | undefined,
): Audience {
  if (relation !== 'extension') {
    if (chosen) throw SettledByOriginal();
    return relation === 'correction'
      ? { recipientsOf: textOf(earlier), sameText: true }
      : { recipientsOf: root };
  }
  if (!chosen || !isArea(chosen)) throw AreaRequired();
  return { ...chosen, beyond: root } satisfies AreaAudience;
}

/** The fields that an extension takes from the original. */
type Settled = Carried & Pick<Broadcast, 'texts' | 'lane'>;

/**
 * Applies the fields that a follow-up must take from the original. An exercise ends as an exercise. An extension of a
 * correction is no correction to those who get it. Where the alert was made from a template, an extension may say its
 * own place and time (`requireOwnPlaceAndTimeOnly`).
 *
 * @throws broadcast.settled-by-original
 */
export function boundBy<Written extends Settled>(
  earlier: Settled & Pick<Broadcast, 'follows'>,
  relation: Relation,
  written: Written,
): Omit<Written, keyof Settled> & Settled {
  if (relation !== 'extension') return written;
  if (written.texts.length > 0 && !earlier.template) throw SettledByOriginal();
  const texts = written.texts.length > 0 ? written.texts : repeated(earlier);
  return { ...written, ...carriedOf(earlier), texts, lane: earlier.lane };
}

/**
 * The broadcast that said first what an extension says, if that is not the alert.
 *
 * @param id of the extension
 */
export function sayingOf(
  id: string,
  earlier: Pick<Broadcast, 'follows' | 'audience' | 'texts'>,
  texts: Broadcast['texts'],
): string | undefined {
  if (wordsOf(texts) !== wordsOf(repeated(earlier))) return id;
  return 'beyond' in earlier.audience ? earlier.audience.saying : undefined;
}

const wordsOf = (texts: Broadcast['texts']): string =>
  JSON.stringify(
    texts.map(({ language, sms, voice, headline, web }) => [language, sms, voice, headline, web]),
  );

const repeated = ({ texts, follows }: Pick<Broadcast, 'texts' | 'follows'>): Broadcast['texts'] =>
  follows?.relation === 'correction' ? texts.map(uncorrected) : texts;

function uncorrected({ language, sms, voice, headline, web }: BroadcastText): BroadcastText {
  const text = unmarkCorrection(sms, language);
  const { segments } = measure(text);
  const spoken = voice === undefined ? {} : { voice: unmarkCorrection(voice, language) };
  return {
    language,
    sms: text,
    segments,
    ...spoken,
    ...(headline === undefined ? {} : { headline }),
    ...(web === undefined ? {} : { web }),
  };
}
