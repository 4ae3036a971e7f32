import { read } from '../api/query-client.js';
import type { Broadcast, Place, Settings, Template, TemplateInFull } from '../api/answers.js';
import type { Relation } from '../../../kernel/relations.js';
import { choosesWhat } from './form/follow-up.js';
import { followUpForm } from './follow-up/follow-up-form.js';
import { withOwnPlaceAndTime } from './follow-up/own-place-and-time.js';
import { withTemplateFound } from './form/found-template.js';
import { formAnew, formOf, type ComposeForm } from './form/form.js';
import { readEarlier } from './follow-up/earlier-text.js';
import { knownPlace } from './who/known-place.js';
import { lostPlaces, placesOf } from './form/places-of.js';
import { hasOwnWords, takeTemplate } from './form/template-texts.js';
import { beginsIn, ofSaved } from './form/reminder.js';
import { eveningBefore } from './form/start.js';
import { followUpOf } from './form/templates.js';
import { activeTemplates } from './what/active-templates.js';

export interface Loaded {
  readonly form: ComposeForm;
  /** The broadcast to edit. */
  readonly broadcast?: Broadcast;
  /** The broadcast that it follows. */
  readonly original?: Broadcast;
}

/** Loads the form of a new follow-up. */
export async function loadFollowed({
  id,
  relation,
}: {
  readonly id: string;
  readonly relation: Relation;
}): Promise<Loaded> {
  const [original, { municipality }] = await Promise.all([
    read<Broadcast>(`/broadcasts/${id}`),
    read<Settings>('/settings'),
  ]);
  if (relation !== 'extension') {
    const templates = await templatesNow();
    const form = await withEarlier(followUpForm(original, relation), original, municipality.name, templates);
    // What was wrong is often one field of it.
    if (relation === 'correction')
      return { form: await withTemplateOf(original, form, municipality.name), original };
    const own = followUpOf(templates, relation, form.earlierTemplate);
    const filled =
      own && !hasOwnWords(form) ? { ...form, ...takeTemplate(form, own, municipality.name) } : form;
    return { form: original.planned === undefined ? withStart(filled) : filled, original };
  }
  const form = await withParts(original, (places) => followUpForm(original, relation, places));
  return { form: await withItsTemplate(form, original, municipality.name), original };
}

/** The reminder of an alert that was not sent has a start of its own. */
function withStart(form: ComposeForm): ComposeForm {
  return { ...form, start: eveningBefore(beginsIn(form), new Date()) };
}

/** Loads the form to edit a broadcast. */
export async function load(id: string): Promise<Loaded> {
  const [broadcast, { municipality }] = await Promise.all([
    read<Broadcast>(`/broadcasts/${id}`),
    read<Settings>('/settings'),
  ]);
  const original = broadcast.follows && (await read<Broadcast>(`/broadcasts/${broadcast.follows.id}`));
  const form = await withParts(broadcast, (places) => formOf(broadcast, places, municipality.name));
  if (!original) {
    const filled = await withTemplateOf(broadcast, form, municipality.name);
    return { form: await withReminder(filled, broadcast, municipality.name), broadcast };
  }
  if (!choosesWhat(form))
    return {
      form: await withItsTemplate(form, original, municipality.name, broadcast),
      broadcast,
      original,
    };
  const known = await withEarlier(form, original, municipality.name, await templatesNow());
  return { form: await withTemplateOf(broadcast, known, municipality.name), broadcast, original };
}

/** The form of an alert, with the reminder that was written for it. */
async function withReminder(
  form: ComposeForm,
  { reminder: written }: Broadcast,
  municipality: string,
): Promise<ComposeForm> {
  if (!written) return form;
  const [reminder, templates] = await Promise.all([
    read<Broadcast>(`/broadcasts/${written.id}`),
    templatesNow(),
  ]);
  const template = followUpOf(templates, 'update', form.filled?.slug);
  const saved = formOf(reminder, [], municipality);
  return { ...form, reminder: ofSaved(form, saved, template, municipality) };
}

/** Loads the form of a new broadcast that begins as an earlier one. */
export async function loadAnew(id: string): Promise<Loaded> {
  const [broadcast, { municipality }] = await Promise.all([
    read<Broadcast>(`/broadcasts/${id}`),
    read<Settings>('/settings'),
  ]);
  const form = await withParts(broadcast, (places) => formAnew(broadcast, places, municipality.name));
  return { form: await withTemplateOf(broadcast, form, municipality.name) };
}

/** A form with the area of a broadcast. Lists the parts of it that no longer exist. */
async function withParts(
  broadcast: Broadcast,
  formWith: (places: readonly Place[]) => ComposeForm,
): Promise<ComposeForm> {
  const places = await placesOf(broadcast);
  const lost = await lostPlaces(broadcast, places);
  return { ...formWith(places), ...(lost.length > 0 ? { lost } : {}) };
}

/** Adds the original's facts to a form: the place, and its other fillings if a template was used. */
async function withEarlier(
  form: ComposeForm,
  original: Broadcast,
  municipality: string,
  templates: readonly Template[],
): Promise<ComposeForm> {
  const languages = form.texts.map(({ language }) => language);
  const { names, unextended } = await knownPlace(original, languages);
  const read = original.texts.map(
    (text) => [text.language, readEarlier(text, municipality, templates)] as const,
  );
  const earlier = new Map(read);
  const presets = languages.map((language) => {
    const { plats: said, ...rest } = earlier.get(language)?.fillings ?? {};
    // People have read the writer's own name for the place, but those whom an extension reached have not.
    const plats = (unextended ? said : undefined) ?? names[language];
    return [language, { ...rest, ...(plats === undefined ? {} : { plats }) }] as const;
  });
  const made = templates.find(({ id }) => id === original.template?.id);
  const earlierTemplate = made?.slug ?? read[0]?.[1]?.template;
  return {
    ...form,
    presets: Object.fromEntries(presets),
    presetsFrom: original.startedAt ?? original.createdAt,
    ...(earlierTemplate === undefined ? {} : { earlierTemplate }),
  };
}

/** Without its template an extension says what the original said. */
async function withItsTemplate(
  form: ComposeForm,
  original: Broadcast,
  municipality: string,
  draft?: Broadcast,
): Promise<ComposeForm> {
  const template = await templateOf(original);
  return template ? withOwnPlaceAndTime(form, original, template, municipality, draft) : form;
}

/** The fields of the template that the text was written from, where the text still shows them. */
async function withTemplateOf(
  broadcast: Broadcast,
  form: ComposeForm,
  municipality: string,
): Promise<ComposeForm> {
  const template = await templateOf(broadcast);
  return template ? withTemplateFound(form, broadcast, template, municipality, new Date()) : form;
}

/** Without it the text can still be changed by hand. */
const templateOf = async ({ template }: Broadcast): Promise<TemplateInFull | undefined> =>
  template && (await read<TemplateInFull>(`/templates/${template.id}`).catch(() => undefined));

/** Without them a follow-up is written freely: a failure must not prevent an all-clear. */
const templatesNow = (): Promise<readonly Template[]> =>
  read<readonly Template[]>(activeTemplates).catch(() => []);
