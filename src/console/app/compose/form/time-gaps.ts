import { readTime, type ReadTimeOptions, type TypedTime } from '../../../../messages/typed-time/read-time.js';
import { endGap, openEndTyped } from '../../../../messages/typed-time/open-end.js';
import { passedFault, type TimeFault } from '../../../../messages/typed-time/time-faults.js';
import { writeMoment, writeSpan } from '../../../../messages/typed-time/write-time.js';
import { smsOf } from './chosen-template.js';
import type { ComposeForm } from './form.js';

/** The two ends of what a template is about. A span typed in the first fills the second too. */
const start = 'från';
const end = endGap;

/** What was typed for a time, in the first language; for a follow-up, else what the earlier message said. */
export function typedTime(form: ComposeForm, name: string): string {
  const first = form.texts[0]!.language;
  return form.filled?.fillings[first]?.[name] ?? presetTime(form, first, name) ?? '';
}

/** An all-clear has other times than its original. */
export const presetTime = (form: ComposeForm, language: string, name: string): string | undefined =>
  form.filled?.relation === 'all-clear' ? undefined : form.presets?.[language]?.[name];

/** When the time was typed: words such as "om två timmar" count from then, however late the text is filled. */
function typedAt({ filled: template, presetsFrom, begunAt }: ComposeForm, name: string): Date {
  const ofSpan = name === end ? template?.typedAt[start] : undefined;
  return new Date(template?.typedAt[name] ?? ofSpan ?? presetsFrom ?? begunAt ?? 0);
}

/** An extension and a correction repeat what may have begun since. */
const repeats = ({ follows }: ComposeForm): boolean =>
  follows?.relation === 'extension' || follows?.relation === 'correction';

/** Where the words around the placeholder put the time: "avstängt sedan [från]". */
function mustBe(form: ComposeForm, name: string): ReadTimeOptions['must'] {
  const { filled: template } = form;
  const text = (template && smsOf(template, form.texts[0]!.language)) ?? '';
  const before = text.slice(0, Math.max(0, text.indexOf(`[${name}]`)));
  if (/(?<!\p{L})(?:sedan|since) $/iu.test(before)) return 'have-been';
  const isPlanned = template?.event === 'planned' && template.relation === undefined && !repeats(form);
  return name === end || (name === start && isPlanned) ? 'be-ahead' : undefined;
}

/**
 * The time of a placeholder as it is meant, or what is wrong with it; undefined while nothing was typed.
 *
 * @param now to tell a time that has passed since it was typed
 */
export function timeIn(form: ComposeForm, name: string, now?: Date): TypedTime | TimeFault | undefined {
  const typed = typedTime(form, name);
  const from = name === end ? timeIn(form, start) : undefined;
  if (typed.trim() === '') return from?.kind === 'span' ? { kind: 'moment', at: from.to } : undefined;
  const must = mustBe(form, name);
  const time = readTime(typed, {
    now: typedAt(form, name),
    must,
    mayBeOpen: name === end,
    after: from?.kind === 'moment' ? from.at : from?.kind === 'span' ? from.from : undefined,
  });
  if (time.kind === 'fault' || time.kind === 'open' || must !== 'be-ahead' || !now) return time;
  const first = time.kind === 'moment' ? time.at : time.from;
  return first.getTime() < now.getTime() - 60_000 ? passedFault(first, now) : time;
}

/** The time in full, in the language of a text; undefined while there is none. */
export function writtenTime(form: ComposeForm, name: string, language: string): string | undefined {
  const time = timeIn(form, name);
  if (time === undefined || time.kind === 'fault') {
    // What the earlier message said by hand stays as it was said, until something else is typed.
    const isUntouched = form.filled?.fillings[form.texts[0]!.language]?.[name] === undefined;
    return isUntouched ? presetTime(form, language, name) : undefined;
  }
  if (time.kind === 'open') return openEndTyped(language);
  const said = typedAt(form, name);
  if (time.kind === 'moment') return writeMoment(time.at, language, said);
  const hasEnd = form.filled?.placeholders.some((placeholder) => placeholder.name === end) === true;
  return name === start && hasEnd
    ? writeMoment(time.from, language, said)
    : writeSpan(time.from, time.to, language, said);
}

/** Whether the end is "tills vidare". The words before its gap change then, so no filling says it. */
export const hasOpenEnd = (form: ComposeForm): boolean =>
  form.filled?.placeholders.some(({ name, kind }) => name === end && kind === 'time') === true &&
  timeIn(form, end)?.kind === 'open';

/** The fault of a time that stands in the text: one that nobody could read is told beside its field only. */
export const isUnreadPreset = (form: ComposeForm, name: string): boolean =>
  form.filled?.fillings[form.texts[0]!.language]?.[name] === undefined &&
  timeIn(form, name)?.kind === 'fault';
