import { call } from '../api/call.js';
import type { Broadcast, Place, Relation, Settings } from '../api/contract.js';
import { choosesWhat } from './follow-up.js';
import { followUpForm } from './follow-up-form.js';
import { emptyForm, formOf, type ComposeForm } from './form.js';
import { knownPlace } from './known-place.js';
import { lostPlaces, placesOf } from './places-of.js';

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
  const original = await call<Broadcast>('GET', `/broadcasts/${id}`);
  if (relation !== 'extension')
    return { form: await withPlace(followUpForm(original, relation), original), original };
  const form = await withParts(original, (places) => followUpForm(original, relation, places));
  return { form, original };
}

/** What a broadcast is as a form; an empty one without an id. */
export async function load(id: string | undefined): Promise<Loaded> {
  if (id === undefined) return { form: emptyForm };
  const [broadcast, { municipality }] = await Promise.all([
    call<Broadcast>('GET', `/broadcasts/${id}`),
    call<Settings>('GET', '/settings'),
  ]);
  const original = broadcast.follows && (await call<Broadcast>('GET', `/broadcasts/${broadcast.follows.id}`));
  const form = await withParts(broadcast, (places) => formOf(broadcast, places, municipality.name));
  if (!original) return { form, broadcast };
  return { form: choosesWhat(form) ? await withPlace(form, original) : form, broadcast, original };
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

const withPlace = async (form: ComposeForm, original: Broadcast): Promise<ComposeForm> => ({
  ...form,
  presets: await knownPlace(
    original,
    form.texts.map(({ language }) => language),
  ),
});
