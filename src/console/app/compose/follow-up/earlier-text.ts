import { fillingsSaid } from '../../../../messages/fillings.js';
import { unmarkText } from '../../../../messages/marked-text.js';
import type { NewText, Template } from '../../api/answers.js';
import type { Fillings } from '../form/templates.js';

export interface EarlierText {
  /** The slug of its template. */
  readonly template: string;
  readonly fillings: Fillings;
}

/** The template that a text was written with, and the fillings of its gaps; undefined when it was written by hand. */
export function readEarlier(
  { language, sms }: Pick<NewText, 'language' | 'sms'>,
  municipality: string,
  templates: readonly Template[],
): EarlierText | undefined {
  const text = unmarkText(sms, language, municipality);
  for (const { slug, texts } of templates) {
    const known = texts.find((each) => each.language === language);
    const fillings =
      known &&
      fillingsSaid(
        text,
        known.sms.replace('{kommun}', () => municipality),
        language,
      );
    if (fillings) return { template: slug, fillings };
  }
  return undefined;
}
