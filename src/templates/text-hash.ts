import { createHash } from 'node:crypto';
import type { Review, Template, TemplateText } from './template.js';

/** Identifies what a reviewer has read: every text of one language. In hexadecimal. */
export const textHash = ({ language, sms, voice = '', headline, web = '' }: TemplateText): string =>
  createHash('sha256')
    // Reviews of texts without one stay: there was none when they were read.
    .update(JSON.stringify([language, sms, voice, web, ...(headline === undefined ? [] : [headline])]))
    .digest('hex');

/** Who has read exactly this text, if anybody. */
export function reviewOf({ reviews }: Pick<Template, 'reviews'>, text: TemplateText): Review | undefined {
  const hash = textHash(text);
  return reviews.find((review) => review.language === text.language && review.textHash === hash);
}
