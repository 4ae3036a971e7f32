import { unmarkText } from '../../../../messages/marked-text.js';
import type { NewText, Template } from '../../api/answers.js';
import { gapsIn, type Fillings } from '../form/templates.js';

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
    const fillings = fillingsIn(
      text,
      known?.sms.replace('{kommun}', () => municipality),
    );
    if (fillings) return { template: slug, fillings };
  }
  return undefined;
}

/** Searches for each piece once, in order. Never runs a regular expression over a text that somebody else wrote. */
function fillingsIn(text: string, template: string | undefined): Fillings | undefined {
  if (template === undefined) return undefined;
  const fillings: Record<string, string> = {};
  let rest = template;
  let at = 0;
  for (const gap of gapsIn(template)) {
    const open = rest.indexOf(`[${gap}]`);
    // A gap that the text has a second time is filled alike, and read once.
    if (open === -1) continue;
    const before = rest.slice(0, open);
    if (!text.startsWith(before, at)) return undefined;
    at += before.length;
    rest = rest.slice(open + gap.length + 2);
    const next = rest.indexOf('[');
    const after = next === -1 ? rest : rest.slice(0, next);
    const end = next === -1 ? text.length - rest.length : text.indexOf(after, at);
    if (end <= at) return undefined;
    fillings[gap] = text.slice(at, end);
    at = end;
  }
  return text.slice(at) === rest ? fillings : undefined;
}
