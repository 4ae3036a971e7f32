import { nameSkeleton } from '../kernel/plain-name.js';
import { refusal } from '../kernel/refusal.js';
import type { Template, TemplateContent } from './template.js';

const TemplateNameTaken = refusal('template.name-taken', 'conflict', {
  sv: 'Det finns redan en mall som heter ”{name}”, eller något som ser likadant ut. Välj ett annat namn.',
  en: 'There is a template called “{name}” already, or by a name that looks the same. Choose another name.',
});

const OriginalUnknown = refusal('template.original-unknown', 'invalid', {
  sv: 'Mallen hör till ”{of}”, som inte finns eller själv är en uppföljning.',
  en: 'The template belongs to “{of}”, which does not exist or is a follow-up itself.',
});

/**
 * People choose a template by its name at night, so no two active ones look the same.
 *
 * @param id of the template itself, which `others` may include
 * @throws template.name-taken
 */
export function requireOwnName(
  { name }: Pick<TemplateContent, 'name'>,
  others: readonly Template[],
  id?: string,
): void {
  const taken = new Set(
    others
      .filter((other) => other.id !== id && other.state === 'active')
      .flatMap(({ content }) => [content.name.sv, content.name.en].map(nameSkeleton)),
  );
  const twice = [name.sv, name.en].find((written) => taken.has(nameSkeleton(written)));
  if (twice !== undefined) throw TemplateNameTaken({ name: twice });
}

/** @throws template.original-unknown */
export function requireOriginal(
  { of }: Pick<TemplateContent, 'of'>,
  others: readonly Template[],
  id?: string,
): void {
  if (of === undefined) return;
  const original = others.find(({ slug }) => slug === of);
  if (!original || original.id === id || original.content.relation !== undefined)
    throw OriginalUnknown({ of });
}
