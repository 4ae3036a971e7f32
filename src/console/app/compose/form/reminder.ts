import { carriedOf } from './carried.js';
import { localTime } from '../../../../kernel/wall-clock.js';
import type { BroadcastBody, Template } from '../../api/answers.js';
import { checklistAfter } from '../checklist/answer-points.js';
import { bodyOf, emptyForm, type ComposeForm, type ReminderDue, type ReminderForm } from './form.js';
import { messageFaults, type FormFault, type PageContext } from './form-faults.js';
import { eveningBefore, startOf } from './start.js';
import { fillingsOf, takeTemplate } from './template-texts.js';
import { timeIn } from './time-gaps.js';

/** What begins sooner needs no reminder: people have just read it. */
const leastAheadMs = 12 * 3_600_000;

/** When what the form is about begins, if its template's fields say so. */
export function beginsIn(form: ComposeForm): Date | undefined {
  const time = timeIn(form, 'från');
  return time?.kind === 'moment' ? time.at : time?.kind === 'span' ? time.from : undefined;
}

/**
 * The reminder that the form may have: at six in the evening before a planned shutoff. Once a text was written by hand,
 * it stays as it was.
 *
 * @returns undefined if that is too soon, or nothing says when it begins
 */
export function reminderOf(form: ComposeForm, municipality: string, now: Date): ReminderDue | undefined {
  // It is for phones.
  if (form.webOnly) return undefined;
  if (form.follows || form.event !== 'planned' || form.audienceKind === 'topic') return undefined;
  const due = form.filled ? dueBefore(form, municipality, now) : kept(form);
  if (!due) return undefined;
  const { own = {}, ownStart } = form.reminder ?? {};
  return {
    ...due,
    ...(ownStart === undefined ? {} : { start: ownStart }),
    texts: form.texts.map(
      ({ language, sms }) =>
        own[language] ?? due.texts.find((text) => text.language === language) ?? { language, sms },
    ),
  };
}

function kept({ reminder }: ComposeForm): ReminderDue | undefined {
  const { start, until, texts } = reminder ?? {};
  return start === undefined || until === undefined || !texts ? undefined : { start, until, texts };
}

function dueBefore(form: ComposeForm, municipality: string, now: Date): ReminderDue | undefined {
  const begins = beginsIn(form);
  if (!begins || begins.getTime() - now.getTime() < leastAheadMs) return undefined;
  const start = eveningBefore(begins, now);
  const sent = startOf(form) ?? now;
  if (startOf({ start })! <= sent) return undefined;
  return { start, until: localTime(begins), texts: suggested(form, municipality).texts };
}

/** As the template of reminders says it; without one, what the alert says. */
function suggested(form: ComposeForm, municipality: string): ComposeForm {
  const base: ComposeForm = {
    ...emptyForm,
    step: 2,
    follows: { broadcast: form.id ?? '', relation: 'update' },
    lane: form.lane,
    laneChosen: true,
    ...carriedOf(form),
    ...checklistAfter(form, 'update'),
    // They belong to the alert's texts.
    template: undefined,
    readBy: undefined,
    texts: form.texts.map(({ language }) => ({ language, sms: '' })),
    presets: Object.fromEntries(form.texts.map(({ language }) => [language, fillingsOf(form, language)])),
    ...(form.begunAt === undefined ? {} : { presetsFrom: form.begunAt }),
  };
  const template = form.reminder?.template;
  const isItsOwn = template !== undefined && template.of === form.filled?.slug;
  const filled = isItsOwn ? { ...base, ...takeTemplate(base, template, municipality) } : base;
  const texts = filled.texts.map(({ language, sms, headline }) => ({
    language,
    sms: sms === '' ? form.texts.find((text) => text.language === language)!.sms : sms,
    ...(headline === undefined ? {} : { headline }),
  }));
  return { ...filled, texts };
}

/** The reminder as a form of its own, that follows the alert; undefined if there is to be none. */
function asForm(form: ComposeForm, municipality: string, now: Date): ComposeForm | undefined {
  const due = form.reminder ? reminderOf(form, municipality, now) : undefined;
  if (!due) return undefined;
  const { start, until, texts } = due;
  const { filled: _, ...said } = form.reminder?.saved ?? suggested(form, municipality);
  const { id = '', exercise, lane } = form;
  const follows = { broadcast: id, relation: 'update' } as const;
  return { ...said, follows, exercise, lane, texts, start, expiry: { kind: 'at', local: until } };
}

/** The request that writes it. @param alert the id of the saved alert */
export function reminderBody(
  form: ComposeForm,
  alert: string,
  municipality: string,
  now: Date,
): BroadcastBody | undefined {
  const reminder = asForm({ ...form, id: alert }, municipality, now);
  return reminder && bodyOf(reminder, now);
}

export const reminderField = (language: string): string => `reminder-${language}`;

/** Faults of its texts. */
export function reminderFaults(
  form: ComposeForm,
  now: Date,
  municipality: string,
  page?: PageContext,
): FormFault[] {
  const reminder = asForm(form, municipality, now);
  if (!reminder) return [];
  return messageFaults(reminder, now, municipality, page).flatMap((fault) => {
    const at = /^sms-(\d+)$/.exec(fault.field)?.[1];
    return at === undefined ? [] : [{ ...fault, field: reminderField(reminder.texts[Number(at)]!.language) }];
  });
}

/** What of a saved reminder differs from the one that would be suggested now, so that it stays. */
export function ofSaved(
  form: ComposeForm,
  saved: ComposeForm,
  template: Template | undefined,
  municipality: string,
): ReminderForm {
  const { start = '', expiry, texts } = saved;
  const begun: ReminderForm = { ...(template ? { template } : {}), saved };
  const due = reminderOf({ ...form, reminder: begun }, municipality, new Date(0));
  const until = expiry.kind === 'at' ? expiry.local : '';
  const isAsSuggested = due !== undefined && JSON.stringify(due.texts) === JSON.stringify(texts);
  return {
    ...begun,
    ...{ start, until, texts },
    ...(due?.start === start ? {} : { ownStart: start }),
    ...(isAsSuggested ? {} : { own: Object.fromEntries(texts.map((text) => [text.language, text])) }),
  };
}
