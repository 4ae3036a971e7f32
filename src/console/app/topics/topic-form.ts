import type { InterfaceLanguage } from '../../../kernel/language.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { Topic } from '../api/answers.js';
import { hoursBody, hoursFaults, hoursFormOf, type HoursField, type HoursForm } from './hours-form.js';
import { words } from './topics.words.js';

type InEach = Readonly<Record<InterfaceLanguage, string>>;

/** A topic as it stands in the form: numbers are text until they are sent. */
export interface TopicForm {
  readonly name: InEach;
  readonly description: InEach;
  readonly owner: string;
  readonly slug: string;
  readonly state: Topic['state'];
  readonly position: string;
  readonly hours: HoursForm;
  /** Whether what it sends is published. */
  readonly isPublic: boolean;
}

/** A field of the form; a text in one language is `name.sv`. */
export type TopicField =
  'name.sv' | 'name.en' | 'description.sv' | 'description.en' | 'owner' | 'slug' | 'position' | HoursField;
export type TopicFaults = Readonly<Partial<Record<TopicField, Wording>>>;

const nothing: InEach = { sv: '', en: '' };
export const emptyTopic: TopicForm = {
  name: nothing,
  description: nothing,
  owner: '',
  slug: '',
  state: 'draft',
  position: '0',
  hours: undefined,
  isPublic: true,
};

export const formOf = ({
  name,
  description,
  owner,
  slug,
  state,
  position,
  hours,
  isPublic,
}: Topic): TopicForm => ({
  name,
  description,
  owner,
  slug,
  state,
  position: String(position),
  hours: hoursFormOf(hours),
  isPublic,
});

/** The address that a name suggests: `Sophämtning & återvinning` gives `sophamtning-atervinning`. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/** What must be mended before the form is sent. The API checks again. */
export function faultsOf(form: TopicForm): TopicFaults {
  const written: Record<Exclude<TopicField, 'slug' | 'position' | HoursField>, string> = {
    'name.sv': form.name.sv,
    'name.en': form.name.en,
    'description.sv': form.description.sv,
    'description.en': form.description.en,
    owner: form.owner,
  };
  const missing = Object.entries(written).filter(([, text]) => text.trim() === '');
  return {
    ...Object.fromEntries(missing.map(([field]) => [field, words.missing])),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.slug) ? {} : { slug: words.slugWrong }),
    ...(/^\d{1,5}$/.test(form.position.trim()) && Number(form.position) <= 10_000
      ? {}
      : { position: words.positionWrong }),
    ...hoursFaults(form.hours),
  };
}

/** The request of a change: everything but the slug. */
export const bodyOf = ({ slug: _, position, hours, ...form }: TopicForm) => ({
  ...form,
  position: Number(position),
  hours: hoursBody(hours),
});
