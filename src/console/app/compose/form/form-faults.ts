import type { TextMarks } from '../../../../messages/marked-text.js';
import type { Wording } from '../../../../kernel/refusal.js';
import { explainFault } from '../../../../messages/typed-time/time-faults.js';
import type { TextPart } from '../../../../messages/checklist/review-text.js';
import { maxSmsParts } from '../../../../messages/message-text.js';
import { longestHeadline, longestWebText } from '../../../../messages/web-text.js';
import { expiryDate } from './expiry.js';
import { choosesWhat, choosesWhom, hasText } from './follow-up.js';
import { audienceOf, isDistance, marksOf, type ComposeForm, type TextForm } from './form.js';
import { words as checklistWords } from '../checklist/checklist.words.js';
import { words as goesOnWords } from '../follow-up/goes-on.words.js';
import { pageOf } from './page-address.js';
import { hasOwnPage } from './publication.js';
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
  webEmpty: {
    sv: 'Skriv texten till webbsidan. Ingen får något annat.',
    en: 'Write the text for the web page. Nobody gets anything else.',
  },
  webTooLong: {
    sv: 'Texten till webbsidan har {characters} tecken. Den får ha högst {most}. Korta den.',
    en: 'The text for the web page has {characters} characters. At most {most} are allowed. Shorten it.',
  },
  headlineTooLong: {
    sv: 'Rubriken har {characters} tecken. Den får ha högst {most}. Korta den.',
    en: 'The headline has {characters} characters. At most {most} are allowed. Shorten it.',
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

/** The control of a text: `sms-0`, `sms-0-voice`, `sms-0-headline`, `sms-0-web`. */
export const fieldOf = (part: TextPart, position: number): string =>
  part === 'sms' ? smsField(position) : `${smsField(position)}-${part}`;

/** What else decides about it. */
export interface PageContext {
  /** How public addresses begin. */
  readonly publicUrl?: string | undefined;
  /** Whether the broadcast is published; undefined while that is not known. */
  readonly isPublished?: boolean | undefined;
  /** Whether it corrects an all-clear, and must say if the danger goes on. */
  readonly asksIfItGoesOn?: boolean | undefined;
}

/** The question whether the danger goes on. */
export const goesOnField = 'goes-on';

/** The texts of an extension, which have no fields: only their gaps do. */
export const ownTextField = 'own-text';

/** A text with placeholders. It is refused at the submission too. */
export const unfilledFault = (field: string, gaps: readonly string[]): FormFault => ({
  field,
  wording: wordings.gaps,
  values: { gaps: [...new Set(gaps)].join(', ') },
});

/** Faults of the second step: texts and expiry. */
export function messageFaults(
  form: ComposeForm,
  now: Date,
  municipality: string,
  page: PageContext = {},
): FormFault[] {
  const marks = marksOf(form, municipality, page.publicUrl);
  const written = hasText(form) ? form.texts : [];
  const webOnly = form.webOnly === true && page.isPublished !== false;
  const found = written.flatMap((text, position) => [
    ...(webOnly ? [] : textFaults(text, marks, position)),
    ...(page.isPublished === false ? [] : pageTextFaults(text, position, webOnly)),
  ]);
  const faults = choosesWhat(form)
    ? found
    : found.slice(0, 1).map((fault) => ({ ...fault, field: ownTextField }));
  faults.unshift(...timeFaults(form, now));
  if (page.asksIfItGoesOn && form.goesOn === undefined)
    faults.unshift({ field: goesOnField, wording: goesOnWords.missing });
  if (choosesWhat(form)) faults.push(...pageFaults(form, page.isPublished));
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
function pageFaults(form: ComposeForm, isPublished: boolean | undefined): FormFault[] {
  if (!form.event) return [];
  const page = pageOf(form);
  if (page !== undefined)
    return isWebAddress(page) ? [] : [{ field: 'page', wording: checklistWords.pageWrong }];
  const isNeeded =
    !hasOwnPage(form, isPublished) && Object.values(form.points ?? {}).some(({ how }) => how === 'on-page');
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

function pageTextFaults(
  { headline = '', web = '' }: TextForm,
  position: number,
  isRequired: boolean,
): FormFault[] {
  const tooLong = (part: 'headline' | 'web', text: string, most: number): FormFault[] =>
    text.trim().length > most
      ? [
          {
            field: fieldOf(part, position),
            wording: part === 'web' ? wordings.webTooLong : wordings.headlineTooLong,
            values: { characters: text.trim().length, most },
          },
        ]
      : [];
  const open = (part: 'headline' | 'web', text: string): FormFault[] => {
    const gaps = openIn(text);
    return gaps.length > 0 ? [unfilledFault(fieldOf(part, position), gaps)] : [];
  };
  return [
    ...tooLong('headline', headline, longestHeadline),
    ...open('headline', headline),
    ...(isRequired && web.trim() === ''
      ? [{ field: fieldOf('web', position), wording: wordings.webEmpty }]
      : []),
    ...tooLong('web', web, longestWebText),
    ...open('web', web),
  ];
}
