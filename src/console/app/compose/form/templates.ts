import type { Relation } from '../../../../kernel/relations.js';
import type { Template } from '../../api/answers.js';
import { unfilledIn } from '../../../../messages/checklist/unfilled.js';

export type Placeholder = Template['placeholders'][number];

/** By the name of the placeholder. */
export type Fillings = Readonly<Record<string, string>>;

/**
 * The templates for a new broadcast or a follow-up, in the order in which they are offered: those made for the original's
 * template, those for any, those of other templates, and where the writer may start afresh those for new broadcasts.
 *
 * @param earlier slug of the original's template, if it is known
 */
export function templatesFor(
  all: readonly Template[],
  relation: Relation | undefined,
  earlier?: string,
): readonly Template[] {
  if (relation === 'extension') return [];
  const anew = all.filter((template) => template.relation === undefined);
  if (relation === undefined) return anew;
  const own = all.filter((template) => template.relation === relation);
  const made = own.filter(({ of }) => of !== undefined && of === earlier);
  const forAny = own.filter(({ of }) => of === undefined);
  const others = own.filter(({ of }) => of !== undefined && of !== earlier);
  return [...made, ...forAny, ...others, ...(relation === 'all-clear' ? [] : anew)];
}

/** The follow-up that was made for a template, to begin with. */
export const followUpOf = (
  all: readonly Template[],
  relation: Relation,
  earlier: string | undefined,
): Template | undefined =>
  earlier === undefined
    ? undefined
    : all.find((template) => template.relation === relation && template.of === earlier);

const gap = /\[([^[\]\n]{1,60})\]/gu;

/** The names of a text's placeholders, in order of occurrence. */
export const gapsIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(gap), ([, name]) => name!)),
];

/** What a text has left open, as it stands there: "[plats]". Such a text can't be sent. */
export const openIn = (text: string): string[] => [...new Set(unfilledIn(text).map((part) => part.text))];

/** @param municipality empty when its name is added in front of the text anyway */
export const fillTemplate = (text: string, fillings: Fillings, municipality: string): string =>
  text
    .replace(gap, (whole, name: string) => fillings[name]?.trim() || whole)
    .replace('{kommun}', () => municipality)
    .trim();
