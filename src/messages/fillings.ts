import { endGap, openEndTyped, withOpenEnd } from './typed-time/open-end.js';

/** What stands in the gaps of a text, by the names of its placeholders. */
export type Fillings = Readonly<Record<string, string>>;

const gap = /\[([^[\]\n]{1,60})\]/gu;

/**
 * What a text has in the gaps of a template; undefined if it was not made from it. Searches for each piece once, in
 * order: never runs a regular expression over a text that somebody else wrote.
 */
export function fillingsIn(text: string, template: string): Fillings | undefined {
  const fillings: Record<string, string> = {};
  let rest = template;
  let at = 0;
  for (const name of Array.from(template.matchAll(gap), ([, found]) => found!)) {
    const open = rest.indexOf(`[${name}]`);
    const before = rest.slice(0, open);
    if (!text.startsWith(before, at)) return undefined;
    at += before.length;
    rest = rest.slice(open + name.length + 2);
    const next = rest.indexOf('[');
    const after = next === -1 ? rest : rest.slice(0, next);
    const end = next === -1 ? text.length - rest.length : text.indexOf(after, at);
    if (end <= at) return undefined;
    const filling = text.slice(at, end);
    // A gap that the text has a second time is filled alike.
    if (fillings[name] !== undefined && fillings[name] !== filling) return undefined;
    fillings[name] = filling;
    at = end;
  }
  return text.slice(at) === rest ? fillings : undefined;
}

/**
 * Like {@link fillingsIn}, also for a text whose end is open: then the filling is what is typed for that.
 *
 * @param language of both, ISO 639
 */
export function fillingsSaid(text: string, template: string, language: string): Fillings | undefined {
  if (template.includes(`[${endGap}]`)) {
    const fillings = fillingsIn(text, withOpenEnd(template, language));
    if (fillings) return { ...fillings, [endGap]: openEndTyped(language) };
  }
  return fillingsIn(text, template);
}
