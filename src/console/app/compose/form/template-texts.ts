import type { ComposeForm, TextForm } from './form.js';
import { clockInEnglish, placeInEnglish, placeInWords } from './place-in-words.js';
import { fillTemplate, gapsOf, templateOf, type Fillings, type Placeholder } from './templates.js';

type Patch = Partial<ComposeForm>;

/**
 * The initial values of the template's gaps in a language: the chosen place, or what the original message said. An
 * all-clear gets only the place, since its times are other times than the original's.
 */
export function presetsOf(form: ComposeForm, language: string): Fillings {
  if (!form.follows) {
    const plats = form.audienceKind === 'topic' ? undefined : placeInWords(form, language);
    return plats === undefined ? {} : { plats };
  }
  const known = form.presets?.[language] ?? {};
  if (templateOf(form.template?.id)?.relation !== 'all-clear') return known;
  return known.plats === undefined ? {} : { plats: known.plats };
}

/**
 * The fillings of a language's gaps. The place is the same in all languages. Times carry over only if they are digits.
 */
export function fillingsOf(form: ComposeForm, language: string): Fillings {
  const typed = form.template?.fillings ?? {};
  const first = form.texts[0]!.language;
  return {
    ...presetsOf(form, language),
    ...(language === first ? {} : takenAlong(typed[first] ?? {}, first, language)),
    ...typed[language],
  };
}

/** The fillings of the first text that also fit another language. */
function takenAlong({ plats, från, till }: Fillings, first: string, language: string): Fillings {
  const toEnglish = first === 'sv' && language === 'en';
  const clocks = toEnglish
    ? Object.entries({ från, till }).flatMap(([gap, time]) => {
        const clock = time === undefined ? undefined : clockInEnglish(time);
        return clock === undefined ? [] : [[gap, clock] as const];
      })
    : [];
  return {
    ...(plats === undefined ? {} : { plats: toEnglish ? placeInEnglish(plats) : plats }),
    ...Object.fromEntries(clocks),
  };
}

/** The gaps for which a language has its own fields. */
export function fieldsOf(form: ComposeForm, language: string): Placeholder[] {
  const template = templateOf(form.template?.id);
  if (!template?.texts[language]) return [];
  return gapsOf(template);
}

/** Whether the user has written something that a template would replace, in any text or for voice. */
export const hasOwnWords = ({ template, texts }: ComposeForm): boolean =>
  texts.some(({ sms, voice = '' }) => (!template && sms.trim() !== '') || voice.trim() !== '');

/** Applies a template: its texts and its lane. Without a template, the texts stay. */
export function takeTemplate(form: ComposeForm, id: string | undefined, municipality: string): Patch {
  const template = templateOf(id);
  if (!template) return { template: undefined };
  const next = {
    ...form,
    lane: template.lane ?? form.lane,
    laneChosen: true,
    // Times that were filled in fit the next template too.
    template: { id: template.id, fillings: form.template?.fillings ?? {} },
    // A voice text belonged to the replaced text.
    texts: form.texts.map(({ voice: _, ...text }) => text),
  };
  return { lane: next.lane, laneChosen: true, template: next.template, ...refill(next, municipality) };
}

export function fillGap(
  form: ComposeForm,
  language: string,
  gap: Placeholder,
  value: string,
  municipality: string,
): Patch {
  if (!form.template) return {};
  const { id, fillings } = form.template;
  const next = {
    ...form,
    template: { id, fillings: { ...fillings, [language]: { ...fillings[language], [gap]: value } } },
  };
  return { template: next.template, ...refill(next, municipality) };
}

/** Adds a text in a language, from the template if one is used. */
export function addLanguage(form: ComposeForm, language: string, municipality: string): Patch {
  return refill({ ...form, texts: [...form.texts, { language, sms: '' }] }, municipality);
}

/** Once the user edits a text by hand, the template's fields no longer change it. */
export function writeByHand(form: ComposeForm, position: number, patch: Partial<TextForm>): Patch {
  const texts = form.texts.map((text, at) => (at === position ? { ...text, ...patch } : text));
  return 'sms' in patch ? { texts, template: undefined } : { texts };
}

/** The template's texts with the current fillings, e.g. after another place was chosen. */
export function refill(form: ComposeForm, municipality: string): Pick<ComposeForm, 'texts'> {
  const template = templateOf(form.template?.id);
  if (!template) return { texts: form.texts };
  // A topic's text gets the sender's name in front, so the template must not repeat it.
  const sender = form.audienceKind === 'topic' ? '' : municipality;
  const texts = form.texts.map((text) => {
    const sms = fillTemplate(template, text.language, fillingsOf(form, text.language), sender);
    return sms === undefined ? text : { ...text, sms };
  });
  return { texts };
}
