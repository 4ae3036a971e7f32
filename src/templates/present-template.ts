import type { z } from 'zod';
import { isSameContent } from './changes-between.js';
import { reviewOf } from './text-hash.js';
import type { TemplateAnswer, TemplateInFullAnswer } from './template-answers.js';
import type { Template, TemplateText } from './template.js';
import type { KeptVersion } from './templates.repository.js';

export function presentTemplate(template: Template): z.infer<typeof TemplateAnswer> {
  const { id, slug, content, version, state, shipped, newerShipped } = template;
  return {
    id,
    slug,
    ...presentContent(content),
    texts: content.texts.map((text) => ({ ...text, ...presentReview(template, text) })),
    version,
    state,
    shipped: shipped !== undefined,
    changed: isChanged(template),
    newerShipped,
  };
}

export function presentInFull(
  template: Template,
  versions: readonly KeptVersion[],
  names: ReadonlyMap<string, string>,
): z.infer<typeof TemplateInFullAnswer> {
  const { shipped } = template;
  return {
    ...presentTemplate(template),
    ...(shipped && isChanged(template) ? { asShipped: presentContent(shipped) } : {}),
    versions: versions.toReversed().map(({ version, content, act, at, memberId }) => ({
      ...presentContent(content),
      version,
      act,
      at: at.toISOString(),
      ...(memberId === undefined ? {} : { by: names.get(memberId) ?? '' }),
    })),
  };
}

const isChanged = ({ content, shipped }: Template): boolean =>
  shipped !== undefined && !isSameContent(content, shipped);

const presentReview = (template: Template, text: TemplateText) => {
  const review = reviewOf(template, text);
  return review ? { reviewed: { by: review.reviewer, at: review.reviewedOn } } : {};
};

const presentContent = ({ placeholders, texts, ...content }: Template['content']) => ({
  ...content,
  placeholders: [...placeholders],
  texts: [...texts],
});
