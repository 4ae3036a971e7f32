import type { TextMarks } from '../../../../messages/marked-text.js';
import type { Wording } from '../../../../kernel/refusal.js';
import { maxSmsParts } from '../../../../messages/message-text.js';
import { expiryDate } from './expiry.js';
import { choosesWhat, choosesWhom } from './follow-up.js';
import { audienceOf, isDistance, marksOf, type ComposeForm, type TextForm } from './form.js';
import { gapsLeft, type Placeholder } from './templates.js';
import { textCost } from './text-cost.js';

/** Something missing or wrong in the form. `field` is the id of the control that it belongs to. */
export interface FormFault {
  readonly field: string;
  readonly wording: Wording;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const gapNames: Record<Placeholder, Wording> = {
  plats: { sv: 'Plats', en: 'Place' },
  från: { sv: 'Från', en: 'From' },
  till: { sv: 'Till', en: 'Until' },
  nytt: { sv: 'Vad som är nytt', en: 'What is new' },
  hämta: { sv: 'Var vatten hämtas', en: 'Where to fetch water' },
};

/** In the language of the text that they are filled into. */
export const gapExamples: Record<Placeholder, Wording> = {
  plats: { sv: 'Storgatan 3–17', en: 'Storgatan 3–17' },
  från: { sv: 'kl. 22 i kväll', en: '10 pm tonight' },
  till: { sv: 'i morgon kl. 6', en: 'tomorrow at 6 am' },
  nytt: { sv: 'Lagningen tar längre tid, till kl. 20', en: 'The repair takes longer, until 8 pm' },
  hämta: { sv: 'tankbil vid Porsö centrum', en: 'tank lorry at Porsö centre' },
};

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

/** Faults of the second step: texts and expiry. */
export function messageFaults(form: ComposeForm, now: Date, municipality: string): FormFault[] {
  const marks = marksOf(form, municipality);
  const written = choosesWhat(form) ? form.texts : [];
  const faults = written.flatMap((text, position) => textFaults(text, marks, smsField(position)));
  const expiresAt = expiryDate(form.expiry, now);
  if (!expiresAt) faults.push({ field: 'expiry-at', wording: wordings.expiryMissing });
  else if (expiresAt <= now) faults.push({ field: 'expiry-at', wording: wordings.expiryPast });
  return faults;
}

function textFaults({ language, sms, voice }: TextForm, marks: TextMarks, field: string): FormFault[] {
  if (sms.trim() === '') return [{ field, wording: wordings.empty }];
  const gaps = [...new Set([...gapsLeft(sms), ...gapsLeft(voice ?? '')])];
  if (gaps.length > 0)
    return [{ field, wording: wordings.gaps, values: { gaps: gaps.map((gap) => `[${gap}]`).join(', ') } }];
  const { tooLong, segments } = textCost(sms, { language, ...marks });
  return tooLong ? [{ field, wording: wordings.tooLong, values: { segments, most: maxSmsParts } }] : [];
}
