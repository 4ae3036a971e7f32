import { fillingsSaid } from '../../../../messages/fillings.js';
import { tidyMessageText } from '../../../../messages/message-text.js';
import type { AreaAudience, Broadcast, TemplateInFull } from '../../api/answers.js';
import { isArea } from '../../api/is-area.js';
import type { ChosenTemplate } from '../form/chosen-template.js';
import { saidIn, type ComposeForm, type TextForm } from '../form/form.js';
import type { Fillings } from '../form/templates.js';
import { refill } from '../form/template-texts.js';

type Said = Pick<Broadcast, 'texts' | 'follows'>;

/**
 * The form of an extension that may say its own place and time. Unchanged where the alert is not written from a version
 * of this template in all its languages: then it says what the alert said.
 *
 * @param draft of the extension, when it is edited
 */
export function withOwnPlaceAndTime(
  form: ComposeForm,
  original: Said & Pick<Broadcast, 'template' | 'audience' | 'startedAt' | 'createdAt'>,
  template: TemplateInFull,
  municipality: string,
  draft?: Said & Pick<Broadcast, 'createdAt'>,
): ComposeForm {
  const used = template.versions.find(({ version }) => version === original.template?.version);
  if (!used) return form;
  const texts = saidIn(original, municipality);
  const said = fillingsOfAll(texts, used.texts, municipality);
  const presets = draft ? fillingsOfAll(saidIn(draft, municipality), used.texts, municipality) : said;
  if (!said || !presets) return form;
  const { name, event, placeholders } = used;
  const pages = saidIn(draft ?? original, municipality);
  const unpaged = pages.flatMap(({ language, web }) => {
    const template = used.texts.find((each) => each.language === language)?.web;
    return web !== undefined && fillingsFrom(web, template, language, municipality) ? [] : [language];
  });
  const places = placeholders.filter(({ kind }) => kind === 'place').map((placeholder) => placeholder.name);
  const filled: ChosenTemplate = {
    ...{ id: template.id, slug: template.slug, version: used.version, name, placeholders },
    ...(event === undefined ? {} : { event }),
    texts: used.texts,
    // A place that the draft names stays, whatever its area is.
    fillings: draft ? only(places, presets) : {},
    typedAt: {},
    unvoiced: texts.flatMap(({ language, voice }) => (voice === undefined ? [language] : [])),
    unpaged,
    own: {},
  };
  const next: ComposeForm = {
    ...form,
    // A page that is not the template's stays as it is.
    texts: form.texts.map((text) => ({ ...text, ...pageIn(pages, text.language) })),
    filled,
    presets,
    presetsFrom: draft?.createdAt ?? original.startedAt ?? original.createdAt,
    ...(isArea(original.audience) ? { told: toldIn(original.audience) } : {}),
  };
  return { ...next, ...refill(next, municipality) };
}

function pageIn(texts: readonly TextForm[], language: string): Pick<TextForm, 'headline' | 'web'> {
  const { headline, web } = texts.find((text) => text.language === language) ?? {};
  return { ...(headline === undefined ? {} : { headline }), ...(web === undefined ? {} : { web }) };
}

const toldIn = ({ places, near, polygon }: AreaAudience): ComposeForm['told'] => ({
  places: places ?? [],
  near: near ?? [],
  ...(polygon ? { polygon } : {}),
});

const only = (
  names: readonly string[],
  fillings: Readonly<Record<string, Fillings>>,
): Readonly<Record<string, Fillings>> =>
  Object.fromEntries(
    Object.entries(fillings).map(([language, known]) => [
      language,
      Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name))),
    ]),
  );

type Texts = TemplateInFull['versions'][number]['texts'];

/** What each text has in the gaps of its template; undefined if one of them was not made from it. */
function fillingsOfAll(
  said: readonly TextForm[],
  texts: Texts,
  municipality: string,
): Readonly<Record<string, Fillings>> | undefined {
  const all = said.map(({ language, sms, voice }) => {
    const template = texts.find((each) => each.language === language);
    const inSms = fillingsFrom(sms, template?.sms, language, municipality);
    const inVoice = voice === undefined ? {} : fillingsFrom(voice, template?.voice, language, municipality);
    const isAlike =
      inSms && inVoice && Object.entries(inVoice).every(([name, value]) => (inSms[name] ?? value) === value);
    return isAlike ? ([language, { ...inVoice, ...inSms }] as const) : undefined;
  });
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? Object.fromEntries(known) : undefined;
}

/** @param sender in place of `{kommun}` */
export const fillingsFrom = (text: string, template: string | undefined, language: string, sender: string) =>
  template === undefined
    ? undefined
    : fillingsSaid(text, tidyMessageText(template.replace('{kommun}', () => sender)), language);
