import { longestHeadline } from '../../../../messages/web-text.js';
import { withOpenEnd } from '../../../../messages/typed-time/open-end.js';
import type { Template } from '../../api/answers.js';
import { chooseEvent } from '../checklist/answer-points.js';
import {
  choose,
  isTranslatedHere,
  pageOfTemplate,
  smsOf,
  voiceOf,
  type ChosenTemplate,
} from './chosen-template.js';
import type { ComposeForm, TextForm } from './form.js';
import { addsArea } from './adds-area.js';
import { placeInEnglish, placeInWords } from './place-in-words.js';
import { fillTemplate, type Fillings, type Placeholder } from './templates.js';
import { hasOpenEnd, writtenTime } from './time-gaps.js';

type Patch = Partial<ComposeForm>;

/** The placeholder that the chosen area fills. Others of its kind are other places: where water is fetched. */
const placeName = 'plats';

/** The placeholder of the address that the texts link to. */
const linkName = 'länk';

/** What an extension may say otherwise than its alert. */
const mayDiffer = ({ kind }: Placeholder): boolean => kind === 'place' || kind === 'time';

/** Typed once for all languages, with the first. */
const isShared = ({ kind }: Placeholder): boolean => kind === 'time' || kind === 'number';

/**
 * The initial values of the template's gaps in a language: the chosen place, or what the original message said. An
 * all-clear gets only the place, since its times are other times than the original's.
 */
export function presetsOf(form: ComposeForm, language: string): Fillings {
  if (!form.follows) {
    const place = form.audienceKind === 'topic' ? undefined : placeInWords(form, language);
    return place === undefined ? {} : { [placeName]: place };
  }
  const known = form.presets?.[language] ?? {};
  if (form.follows.relation === 'extension') return presetsOfExtension(form, language, known);
  if (form.filled?.relation !== 'all-clear') return known;
  return known[placeName] === undefined ? {} : { [placeName]: known[placeName] };
}

/**
 * The place is all of its area: whoever has come to the old part since gets it too. One without a name is left open, as
 * the alert's place is somebody else's.
 */
function presetsOfExtension(form: ComposeForm, language: string, known: Fillings): Fillings {
  if (known[placeName] === undefined || !addsArea(form)) return known;
  const { [placeName]: _, ...rest } = known;
  const place = placeInWords(form, language);
  return place === undefined ? rest : { ...rest, [placeName]: place };
}

/** The fillings of a language's gaps, as they stand in its text. */
export function fillingsOf(form: ComposeForm, language: string): Fillings {
  const { filled: template } = form;
  if (!template) return {};
  const first = form.texts[0]!.language;
  const presets = presetsOf(form, language);
  const [typed = {}, typedFirst = {}] = [template.fillings[language], template.fillings[first]];
  const filled = template.placeholders.map((placeholder) => {
    const { name, kind } = placeholder;
    if (kind === 'time') return [name, writtenTime(form, name, language)];
    if (isShared(placeholder)) return [name, typedFirst[name] ?? presets[name]];
    const isAlike = kind === 'place' || name === linkName;
    const along = isAlike && language !== first ? typedFirst[name] : undefined;
    return [name, typed[name] ?? (along === undefined ? presets[name] : inLanguage(along, first, language))];
  });
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined)) as Fillings;
}

const inLanguage = (place: string, from: string, to: string): string =>
  from === 'sv' && to === 'en' ? placeInEnglish(place) : place;

/** The gaps for which a language has fields of its own. The first also has those that are typed once. */
export function fieldsOf(
  { filled: template, texts, follows }: ComposeForm,
  language: string,
): readonly Placeholder[] {
  if (!template) return [];
  const open =
    follows?.relation === 'extension' ? template.placeholders.filter(mayDiffer) : template.placeholders;
  if (language === texts[0]!.language) return open;
  return smsOf(template, language) === undefined ? [] : open.filter((placeholder) => !isShared(placeholder));
}

/** Whether the user has written something that a template would replace: in any text, for voice or for the page. */
export const hasOwnWords = ({ filled: template, texts }: ComposeForm): boolean =>
  texts.some(({ language, sms, voice = '', headline = '', web = '' }) => {
    const isFilled = template && smsOf(template, language) !== undefined;
    const isVoiceFilled = template && voiceOf(template, language) !== undefined;
    const isOwn = template && template.own[language] !== undefined;
    const isPageFilled = template && pageOfTemplate(template, language) !== undefined;
    if (!isPageFilled && `${headline}${web}`.trim() !== '') return true;
    return isOwn || (!isFilled && sms.trim() !== '') || (!isVoiceFilled && voice.trim() !== '');
  });

/** Applies a template: its texts and its lane. Without a template, the texts stay. */
export function takeTemplate(form: ComposeForm, wanted: Template | undefined, municipality: string): Patch {
  if (!wanted) return { filled: undefined, template: undefined };
  const next = {
    ...form,
    lane: wanted.lane ?? form.lane,
    laneChosen: true,
    filled: choose(wanted, form.filled),
    template: { id: wanted.id, version: wanted.version },
    // The names stood for other texts.
    readBy: undefined,
    exercise: form.exercise || (wanted.exercise && !form.follows),
    ...(wanted.event ? chooseEvent(form, wanted.event) : {}),
    // What calls and the page say belonged to the replaced text.
    texts: form.texts.map(({ language, sms }) => ({ language, sms })),
  };
  const { lane, filled, template, readBy, exercise, event, points } = next;
  const patch = { lane, laneChosen: true, filled, template, readBy, exercise, event, points };
  return { ...patch, ...refill(next, municipality) };
}

/** @param now when it was typed */
export function fillGap(
  form: ComposeForm,
  language: string,
  { name, kind }: Placeholder,
  value: string,
  municipality: string,
  now: Date,
): Patch {
  if (!form.filled) return {};
  const { fillings, typedAt } = form.filled;
  const template: ChosenTemplate = {
    ...form.filled,
    fillings: { ...fillings, [language]: { ...fillings[language], [name]: value } },
    ...(kind === 'time' ? { typedAt: { ...typedAt, [name]: now.toISOString() } } : {}),
  };
  return {
    filled: template,
    // The link in the text is to the page that the checklist counts on.
    ...(name === linkName && form.event ? { page: value.trim() === '' ? undefined : value } : {}),
    ...refill({ ...form, filled: template }, municipality),
  };
}

/** Adds a text in a language, from the template if one is used. */
export function addLanguage(form: ComposeForm, language: string, municipality: string): Patch {
  return refill({ ...form, texts: [...form.texts, { language, sms: '' }] }, municipality);
}

/**
 * Once the user edits a text by hand, the template's fields no longer change it. But a translation that the template
 * lacks may have its placeholders: they are filled as in its own texts. What the page says is changed by itself.
 */
export function writeByHand(
  form: ComposeForm,
  position: number,
  patch: Partial<TextForm>,
  municipality: string,
): Patch {
  const { filled: template } = form;
  const text = form.texts[position]!;
  // Whoever has read the text has not read this one.
  const { [text.language]: _, ...readBy } = form.readBy ?? {};
  if (template && patch.sms !== undefined && isTranslatedHere(template, text.language)) {
    const translated = { ...template, own: { ...template.own, [text.language]: patch.sms } };
    return { filled: translated, readBy, ...refill({ ...form, filled: translated }, municipality) };
  }
  const texts = form.texts.map((each, at) => (at === position ? { ...each, ...patch } : each));
  if ('headline' in patch || 'web' in patch) {
    const unpaged = [...new Set([...(template?.unpaged ?? []), text.language])];
    return { texts, readBy, ...(template ? { filled: { ...template, unpaged } } : {}) };
  }
  const isVoiced = template && voiceOf(template, text.language) !== undefined;
  if (isVoiced && 'voice' in patch && patch.voice === undefined)
    return { texts, filled: { ...template, unvoiced: [...template.unvoiced, text.language] }, readBy };
  const detaches = 'sms' in patch || isVoiced;
  return detaches ? { texts, filled: undefined, readBy } : { texts, readBy };
}

/** The template's texts with the current fillings, e.g. after another place was chosen. */
export function refill(form: ComposeForm, municipality: string): Pick<ComposeForm, 'texts'> {
  const { filled: template } = form;
  if (!template) return { texts: form.texts };
  // A topic's text gets the sender's name in front, so the template must not repeat it.
  const sender = form.audienceKind === 'topic' ? '' : municipality;
  const isOpen = hasOpenEnd(form);
  const texts = form.texts.map((text) => {
    const fillings = fillingsOf(form, text.language);
    const [sms, voice] = [smsOf(template, text.language), voiceOf(template, text.language)];
    const fill = (template: string) =>
      fillTemplate(isOpen ? withOpenEnd(template, text.language) : template, fillings, sender);
    const page = pageOfTemplate(template, text.language);
    return {
      ...text,
      ...(sms === undefined ? {} : { sms: fill(sms) }),
      ...(voice === undefined ? {} : { voice: fill(voice) }),
      ...(page ? pageFilled(page, fill) : {}),
    };
  });
  return { texts };
}

/** Without a headline that the place has made too long: then the text begins the page. */
function pageFilled(
  { headline, web }: Pick<TextForm, 'headline' | 'web'>,
  fill: (template: string) => string,
): Pick<TextForm, 'headline' | 'web'> {
  const title = headline === undefined ? undefined : fill(headline);
  return {
    headline: title !== undefined && title.length <= longestHeadline ? title : undefined,
    web: web === undefined ? undefined : fill(web),
  };
}
