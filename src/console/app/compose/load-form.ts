import { read } from '../api/query-client.js';
import type { Broadcast, Place, Settings } from '../api/answers.js';
import type { Relation } from '../../../kernel/relations.js';
import { choosesWhat } from './form/follow-up.js';
import { followUpForm } from './follow-up/follow-up-form.js';
import { formOf, type ComposeForm } from './form/form.js';
import { readEarlier } from './follow-up/earlier-text.js';
import { knownPlace } from './who/known-place.js';
import { lostPlaces, placesOf } from './form/places-of.js';
import { takeTemplate } from './form/template-texts.js';
import { templateOf } from './form/templates.js';

export interface Loaded {
  readonly form: ComposeForm;
  /** The one to be changed. */
  readonly broadcast?: Broadcast;
  /** The one that it follows. */
  readonly original?: Broadcast;
}

/** What a new broadcast begins with that follows another. */
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
    const form = await withEarlier(followUpForm(original, relation), original, municipality.name);
    return { form: { ...form, ...endingTemplate(form, municipality.name) }, original };
  }
  const form = await withParts(original, (places) => followUpForm(original, relation, places));
  return { form, original };
}

/** What a broadcast is as a form. */
export async function load(id: string): Promise<Loaded> {
  const [broadcast, { municipality }] = await Promise.all([
    read<Broadcast>(`/broadcasts/${id}`),
    read<Settings>('/settings'),
  ]);
  const original = broadcast.follows && (await read<Broadcast>(`/broadcasts/${broadcast.follows.id}`));
  const form = await withParts(broadcast, (places) => formOf(broadcast, places, municipality.name));
  if (!original) return { form, broadcast };
  return {
    form: choosesWhat(form) ? await withEarlier(form, original, municipality.name) : form,
    broadcast,
    original,
  };
}

/** A form that begins with the area of a broadcast, and says which parts of it are no more. */
async function withParts(
  broadcast: Broadcast,
  formWith: (places: readonly Place[]) => ComposeForm,
): Promise<ComposeForm> {
  const places = await placesOf(broadcast);
  const lost = await lostPlaces(broadcast, places);
  return { ...formWith(places), ...(lost.length > 0 ? { lost } : {}) };
}

/**
 * A form with what it follows said: the place, and what else was filled in where a template was followed. An all-clear begins
 * with the template that ends the other's.
 */
async function withEarlier(
  form: ComposeForm,
  original: Broadcast,
  municipality: string,
): Promise<ComposeForm> {
  const languages = form.texts.map(({ language }) => language);
  const { names, unextended } = await knownPlace(original, languages);
  const read = original.texts.map((text) => [text.language, readEarlier(text, municipality)] as const);
  const earlier = new Map(read);
  const presets = languages.map((language) => {
    const { plats: said, ...rest } = earlier.get(language)?.fillings ?? {};
    // What the writer called it is what people have read; an extension reached others.
    const plats = (unextended ? said : undefined) ?? names[language];
    return [language, { ...rest, ...(plats === undefined ? {} : { plats }) }] as const;
  });
  const earlierTemplate = read[0]?.[1]?.template;
  return {
    ...form,
    presets: Object.fromEntries(presets),
    presetsFrom: original.startedAt ?? original.createdAt,
    ...(earlierTemplate === undefined ? {} : { earlierTemplate }),
  };
}

function endingTemplate(form: ComposeForm, municipality: string): Partial<ComposeForm> {
  const ending = form.follows?.relation === 'all-clear' && templateOf(form.earlierTemplate)?.endedBy;
  return ending ? takeTemplate(form, ending, municipality) : {};
}
