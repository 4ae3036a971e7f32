import type { ComposeForm, TextForm } from './form.js';
import { fillTemplate, gapsOf, templateOf, type Fillings, type Placeholder } from './templates.js';

type Patch = Partial<ComposeForm>;

/** What a language's gaps are filled with: the place is the same in all, the times are written in each. */
export const fillingsOf = ({ template, texts }: ComposeForm, language: string): Fillings => {
  const place = template?.fillings[texts[0]!.language]?.plats;
  return { ...(place === undefined ? {} : { plats: place }), ...template?.fillings[language] };
};

/** Gaps a language has fields of its own for. */
export function fieldsOf(form: ComposeForm, language: string): Placeholder[] {
  const template = form.template && templateOf(form.template.id);
  if (!template?.texts[language]) return [];
  return gapsOf(template);
}

/** Takes a template: its texts and its lane. Without one, what is written stays. */
export function takeTemplate(form: ComposeForm, id: string | undefined, municipality: string): Patch {
  const template = id === undefined ? undefined : templateOf(id);
  if (!template) return { template: undefined };
  // A place and times once filled in fit the next template as well.
  const next = {
    ...form,
    lane: template.lane ?? form.lane,
    laneChosen: true,
    template: { id: template.id, fillings: form.template?.fillings ?? form.presets ?? {} },
  };
  return { lane: next.lane, laneChosen: true, template: next.template, texts: textsOf(next, municipality) };
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
  return { template: next.template, texts: textsOf(next, municipality) };
}

/** Adds a text in a language, from the template when one is followed. */
export function addLanguage(form: ComposeForm, language: string, municipality: string): Patch {
  const next = { ...form, texts: [...form.texts, { language, sms: '' }] };
  return { texts: form.template ? textsOf(next, municipality) : next.texts };
}

/** Once somebody writes by hand the text is theirs, and the template's fields no longer change it. */
export function writeByHand(form: ComposeForm, position: number, patch: Partial<TextForm>): Patch {
  const texts = form.texts.map((text, at) => (at === position ? { ...text, ...patch } : text));
  return 'sms' in patch ? { texts, template: undefined } : { texts };
}

function textsOf(form: ComposeForm, municipality: string): readonly TextForm[] {
  const template = form.template && templateOf(form.template.id);
  if (!template) return form.texts;
  return form.texts.map((text) => {
    const sms = fillTemplate(template, text.language, fillingsOf(form, text.language), municipality);
    return sms === undefined ? text : { ...text, sms };
  });
}
