import { tidyMessageText } from '../../../../messages/message-text.js';
import type { Broadcast, TemplateInFull } from '../../api/answers.js';
import { fillingsFrom } from '../follow-up/own-place-and-time.js';
import type { ChosenTemplate } from './chosen-template.js';
import type { ComposeForm, TextForm } from './form.js';
import { presetsOf, refill } from './template-texts.js';
import type { Fillings } from './templates.js';

/**
 * The form of a saved text, with the template that it was written from, and what stands in its gaps. Unchanged where the
 * text is no longer that of the template in each of its languages, or would not become the same from the fields:
 * loading a draft must never change what it says.
 *
 * @param broadcast that was saved
 */
export function withTemplateFound(
  form: ComposeForm,
  broadcast: Pick<Broadcast, 'template' | 'createdAt'>,
  template: TemplateInFull,
  municipality: string,
  now: Date,
): ComposeForm {
  const used = template.versions.find(({ version }) => version === broadcast.template?.version);
  const said = used && fillingsOfTexts(form, used.texts, municipality);
  if (!said) return form;
  const { name, event, relation, placeholders, version } = used;
  const times = placeholders.filter(({ kind }) => kind === 'time').map((placeholder) => placeholder.name);
  const filled: ChosenTemplate = {
    ...{ id: template.id, slug: template.slug, version, name, placeholders },
    ...(event === undefined ? {} : { event }),
    ...(relation === undefined ? {} : { relation }),
    texts: used.texts.map((text) => template.texts.find((one) => isAlike(one, text)) ?? text),
    fillings: said,
    typedAt: {},
    unvoiced: form.texts.flatMap(({ language, voice }) => (voice === undefined ? [language] : [])),
    own: {},
  };
  const own = withoutPresets({ ...form, filled }, filled);
  const filledAt = (at: string, unpaged: readonly string[]): ComposeForm => {
    const typedAt = Object.fromEntries(times.map((time) => [time, at]));
    const next: ComposeForm = { ...form, filled: { ...own, typedAt, unpaged } };
    return { ...next, ...refill(next, municipality) };
  };
  // A text without a year says a date near the day it was written on, which may be later than its first save.
  for (const at of [broadcast.createdAt, now.toISOString()]) {
    const written = filledAt(at, []);
    if (written.texts.every((text, position) => isAlike(text, form.texts[position]!)))
      return filledAt(at, otherPages(written, form));
  }
  return form;
}

type Texts = TemplateInFull['versions'][number]['texts'];

/** By language; undefined if the first text, or another in a language of the template, was not made from it. */
function fillingsOfTexts(
  { texts, audienceKind }: ComposeForm,
  known: Texts,
  municipality: string,
): Readonly<Record<string, Fillings>> | undefined {
  // A topic's text gets the sender's name in front of it.
  const sender = audienceKind === 'topic' ? '' : municipality;
  const own = texts.filter(({ language }) => known.some((one) => one.language === language));
  if (own[0] !== texts[0]) return undefined;
  const read = own.map(({ language, sms, voice, web }) => {
    const template = known.find((one) => one.language === language)!;
    const inSms = fillingsFrom(sms, template.sms, language, sender);
    // A call may say something of its own only where the template has nothing for it.
    const isOwnVoice = voice === undefined || template.voice === undefined;
    const inVoice = isOwnVoice ? {} : fillingsFrom(voice, template.voice, language, sender);
    const onPage = web === undefined ? {} : fillingsFrom(web, template.web, language, sender);
    return inSms && inVoice
      ? ([language, filledOf({ ...onPage, ...inVoice, ...inSms })] as const)
      : undefined;
  });
  return read.some((one) => one === undefined)
    ? undefined
    : Object.fromEntries(read.filter((one) => one !== undefined));
}

/** A gap that was saved open has nothing in it. */
const filledOf = (fillings: Fillings): Fillings =>
  Object.fromEntries(Object.entries(fillings).filter(([name, value]) => value !== `[${name}]`));

/** Without the fillings that the chosen area gives anyway: the place of the text follows the area. */
function withoutPresets(form: ComposeForm, filled: ChosenTemplate): ChosenTemplate {
  const fillings = Object.entries(filled.fillings).map(([language, known]) => {
    const presets = presetsOf(form, language);
    const places = filled.placeholders.filter(({ kind }) => kind === 'place').map(({ name }) => name);
    const typed = Object.entries(known).filter(
      ([name, value]) => !(places.includes(name) && presets[name] === value),
    );
    return [language, Object.fromEntries(typed)] as const;
  });
  return { ...filled, fillings: Object.fromEntries(fillings) };
}

/** The languages whose saved page is not the one that the template would fill. */
const otherPages = (written: ComposeForm, saved: ComposeForm): string[] =>
  written.texts.flatMap(({ language, headline = '', web = '' }, position) => {
    const before = saved.texts[position]!;
    const isSame =
      tidyMessageText(headline) === tidyMessageText(before.headline ?? '') &&
      tidyMessageText(web) === tidyMessageText(before.web ?? '');
    return isSame ? [] : [language];
  });

const isAlike = (one: TextForm, other: TextForm): boolean =>
  one.language === other.language &&
  tidyMessageText(one.sms) === tidyMessageText(other.sms) &&
  tidyMessageText(one.voice ?? '') === tidyMessageText(other.voice ?? '');
