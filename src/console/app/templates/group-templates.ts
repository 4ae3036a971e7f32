import type { Template } from '../api/answers.js';

export interface TemplateGroup {
  /** Undefined for the follow-ups of any broadcast, and of templates that are not in the list. */
  readonly main?: Template;
  readonly followUps: readonly Template[];
}

/** Each template of new broadcasts with what follows it, in the order of the list; then what follows any. */
export function groupTemplates(templates: readonly Template[]): readonly TemplateGroup[] {
  const mains = templates.filter(({ relation }) => relation === undefined);
  const slugs = new Set(mains.map(({ slug }) => slug));
  const loose = templates.filter(
    ({ relation, of }) => relation !== undefined && (of === undefined || !slugs.has(of)),
  );
  return [
    ...mains.map((main) => ({ main, followUps: templates.filter(({ of }) => of === main.slug) })),
    ...(loose.length > 0 ? [{ followUps: loose }] : []),
  ];
}
