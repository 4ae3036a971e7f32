import { isDeepStrictEqual } from 'node:util';
import type { TemplateContent } from './template.js';

type Change = Readonly<Record<'was' | 'is', unknown>>;

/** What differs between two versions, by field; a text's field as `texts.sv.sms`. */
export function changesBetween(before: TemplateContent, after: TemplateContent): Record<string, Change> {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return Object.fromEntries(
    [...new Set([...was.keys(), ...is.keys()])]
      .filter((field) => !isDeepStrictEqual(was.get(field), is.get(field)))
      .map((field) => [field, { was: was.get(field) ?? null, is: is.get(field) ?? null }]),
  );
}

/** Whether two versions say the same. A field that is undefined is the same as none. */
export const isSameContent = (one: TemplateContent, other: TemplateContent): boolean =>
  Object.keys(changesBetween(one, other)).length === 0;

function fieldsOf({ texts, placeholders, ...fields }: TemplateContent): Map<string, unknown> {
  const entries: [string, unknown][] = [
    ...Object.entries(fields),
    ['placeholders', JSON.parse(JSON.stringify(placeholders))],
    ['languages', texts.map(({ language }) => language)],
    ...texts.flatMap(({ language, ...text }) =>
      Object.entries(text).map(([channel, words]): [string, unknown] => [
        `texts.${language}.${channel}`,
        words,
      ]),
    ),
  ];
  return new Map(entries.filter(([, value]) => value !== undefined));
}
