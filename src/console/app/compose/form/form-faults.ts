import type { TextMarks } from '../../../../messages/marked-text.js';
import type { Wording } from '../../../../kernel/refusal.js';
import { explainFault } from '../../../../messages/typed-time/time-faults.js';
import { maxSmsParts } from '../../../../messages/message-text.js';
import { expiryDate } from './expiry.js';
import { choosesWhat, choosesWhom, hasText } from './follow-up.js';
import { audienceOf, isDistance, marksOf, type ComposeForm, type TextForm } from './form.js';
import { words as checklistWords } from '../checklist/checklist.words.js';
import { pageOf } from './page-address.js';
import { expiryAfter, startFaults } from './start-faults.js';
import { startOf } from './start.js';
import { openIn } from './templates.js';
import { isUnreadPreset, timeIn } from './time-gaps.js';
import { textCost } from './text-cost.js';

/** Something missing or wrong in the form. `field` is the id of the control that it belongs to. */
export interface FormFault {
  readonly field: string;
  readonly wording: Wording;
  readonly values?: Readonly<Record<string, string | number>>;
}

const wordings = {
  nobody: {
    sv: 'Välj vem utskicket ska nå. Ingen är vald än.',
    en: 'Choose whom the broadcast is for. Nobody is chosen yet.',
  },
  noPhone: {
    sv: 'Ingen telefon nås där. Välj fler platser, eller ett större område.',
    en: 'No phone is reached there. Choose more places, or a larger area.',
  },
  noSubscriber: {
    sv: 'Ingen prenumererar på den SMS-tjänsten. Välj en annan.',
    en: 'Nobody subscribes to that topic. Choose another.',
  },
  noNewPhone: {
    sv: 'Ingen ny telefon nås. Alla där har redan fått meddelandet, eller kan inte nås. Lägg till ett område.',
    en: 'No new phone is reached. Everyone there has had the message already, or can’t be reached. Add an area.',
  },
  distance: {
    sv: 'Skriv ett avstånd från 1 till 5 000 meter.',
    en: 'Write a distance from 1 to 5,000 metres.',
  },
  lost: {
    sv: 'Något av området följde inte med. Välj det på nytt, eller bekräfta att det ska vara så.',
    en: 'Some of the area was not carried over. Choose it again, or confirm that it should be so.',
  },
  empty: { sv: 'Skriv ett meddelande.', en: 'Write a message.' },
  gaps: { sv: 'Fyll i det som saknas i texten: {gaps}.', en: 'Fill in what is missing in the text: {gaps}.' },
  tooLong: {
    sv: 'Meddelandet blir {segments} sms-delar. Det får bli högst {most}. Korta det.',
    en: 'The message takes {segments} SMS parts. At most {most} are allowed. Shorten it.',
  },
  expiryMissing: { sv: 'Ange när utskicket ska sluta skickas.', en: 'Say when sending is to stop.' },
  expiryPast: {
    sv: 'Sluttiden har passerat. Välj en senare.',
    en: 'That time has passed. Choose a later one.',
  },
} satisfies Record<string, Wording>;

/** Faults of the first step: the audience. */
export function audienceFaults(form: ComposeForm): FormFault[] {
  if (!choosesWhom(form)) return [];
  // The distance field exists only while that way of choosing is open.
  const inDoubt = form.audienceKind === 'near' && !isDistance(form.metres);
  return [
    ...(form.lost && form.lost.length > 0 ? [{ field: 'lost', wording: wordings.lost }] : []),
    ...(inDoubt ? [{ field: 'metres', wording: wordings.distance }] : []),
    ...(audienceOf(form) ? [] : [{ field: 'audience', wording: wordings.nobody }]),
  ];
}

/** The fault of an audience without phones. It blocks the next step. */
export const nobodyReached = ({ follows, audienceKind }: ComposeForm): FormFault => ({
  field: 'audience',
  wording: follows
    ? wordings.noNewPhone
    : audienceKind === 'topic'
      ? wordings.noSubscriber
      : wordings.noPhone,
});

export const smsField = (position: number): string => `sms-${position}`;
export const voiceField = (position: number): string => `${smsField(position)}-voice`;

/** The texts of an extension, which have no fields: only their gaps do. */
export const ownTextField = 'own-text';

/** A text with placeholders. It is refused at the submission too. */
export const unfilledFault = (field: string, gaps: readonly string[]): FormFault => ({
  field,
  wording: wordings.gaps,
  values: { gaps: [...new Set(gaps)].join(', ') },
});

/** Faults of the second step: texts and expiry. */
export function messageFaults(form: ComposeForm, now: Date, municipality: string): FormFault[] {
  const marks = marksOf(form, municipality);
  const written = hasText(form) ? form.texts : [];
  const found = written.flatMap((text, position) => textFaults(text, marks, position));
  const faults = choosesWhat(form)
    ? found
    : found.slice(0, 1).map((fault) => ({ ...fault, field: ownTextField }));
  faults.unshift(...timeFaults(form, now));
  if (choosesWhat(form)) faults.push(...pageFaults(form));
  faults.push(...startFaults(form, now));
  const startsAt = startOf(form);
  const expiresAt = expiryDate(form.expiry, startsAt ?? now);
  if (!expiresAt) faults.push({ field: 'expiry-at', wording: wordings.expiryMissing });
  else if (expiresAt <= now) faults.push({ field: 'expiry-at', wording: wordings.expiryPast });
  else if (startsAt && expiresAt <= startsAt) faults.push(expiryAfter);
  return faults;
}

/** The id of the control of a placeholder, in the first language. */
export const gapField = (name: string): string => `gap-${name}`;

/** Faults of times that are in the text although they can't be so. One that could not be read has left its gap. */
function timeFaults(form: ComposeForm, now: Date): FormFault[] {
  const times = form.filled?.placeholders.filter(({ kind }) => kind === 'time') ?? [];
  return times.flatMap(({ name }) => {
    const time = timeIn(form, name, now);
    if (time?.kind !== 'fault' || isUnreadPreset(form, name)) return [];
    return [
      {
        field: gapField(name),
        wording: { sv: explainFault(time, 'sv'), en: explainFault(time, 'en') },
      },
    ];
  });
}

/** The page that the writer refers to must have an address. */
function pageFaults(form: ComposeForm): FormFault[] {
  if (!form.event) return [];
  const page = pageOf(form);
  if (page !== undefined)
    return isWebAddress(page) ? [] : [{ field: 'page', wording: checklistWords.pageWrong }];
  const isNeeded = Object.values(form.points ?? {}).some(({ how }) => how === 'on-page');
  return isNeeded ? [{ field: 'page', wording: checklistWords.pageMissing }] : [];
}

const isWebAddress = (page: string): boolean =>
  /^https:\/\/[^/\s]+\.[^/\s.]/u.test(page) && URL.canParse(page);

function textFaults(
  { language, sms, voice = '' }: TextForm,
  marks: TextMarks,
  position: number,
): FormFault[] {
  const field = smsField(position);
  if (sms.trim() === '') return [{ field, wording: wordings.empty }];
  const [inSms, inVoice] = [openIn(sms), openIn(voice)];
  if (inSms.length > 0) return [unfilledFault(field, inSms)];
  if (inVoice.length > 0) return [unfilledFault(voiceField(position), inVoice)];
  const { tooLong, segments } = textCost(sms, { language, ...marks });
  return tooLong ? [{ field, wording: wordings.tooLong, values: { segments, most: maxSmsParts } }] : [];
}
