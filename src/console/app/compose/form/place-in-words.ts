import type { Near } from '../../api/answers.js';
import type { ChosenPlace, ComposeForm } from './form.js';

/** More than these make no name that anybody reads in a text. */
const maxNamed = 3;

export type NamedArea = Pick<ComposeForm, 'places' | 'near' | 'minus' | 'polygon'>;

/**
 * What an area is called in a text, after "Gäller: "; undefined where a part of it has no name, or where there are too many.
 * A name that is too small would tell some of those who get the text that it is not for them.
 *
 * @param language of the text, ISO 639
 */
export function placeInWords(
  { places, near, minus, polygon }: NamedArea,
  language: string,
): string | undefined {
  const parts = [
    ...places.map((place) => nameOf(place, language)),
    ...near.map((thing) => around(thing, language)),
  ];
  if (polygon || parts.length === 0 || parts.length > maxNamed || minus.length > maxNamed) return undefined;
  if (parts.includes(undefined)) return undefined;
  const list = new Intl.ListFormat(language);
  const whole = list.format(parts as string[]);
  if (minus.length === 0) return whole;
  const without = list.format(minus.map((place) => nameOf(place, language)));
  return `${whole}, ${language === 'sv' ? 'utom' : 'except'} ${without}`;
}

/** Other languages than these two get the bare name, which is right in all of them. */
function nameOf({ kind, name, address, saved }: ChosenPlace, language: string): string {
  if (address !== undefined) return address;
  if (saved || kind === 'area') return name;
  if (language === 'sv') {
    if (kind === 'municipality') return `hela ${name}`;
    if (kind === 'block') return /^kv(arteret|\.)? /iu.test(name) ? name : `kvarteret ${name}`;
    return `fastigheten ${name}`;
  }
  if (language !== 'en') return name;
  if (kind === 'municipality') return `all of ${name}`;
  return kind === 'block' ? `the ${name} block` : `property ${name}`;
}

const around = ({ metres, name }: Near, language: string): string | undefined => {
  if (name === undefined) return undefined;
  if (language === 'sv') return `${metres} meter runt ${name}`;
  return language === 'en' ? `within ${metres} metres of ${name}` : `${name} (${metres} m)`;
};

const english: readonly (readonly [RegExp, string])[] = [
  [/\bkvarteret ([^,]+?)(?=,| och |$)/giu, 'the $1 block'],
  [/\bfastigheten /giu, 'property '],
  [/\bhela kommunen\b/giu, 'the whole municipality'],
  [/\bhela /giu, 'all of '],
  [/(\d{1,4}) meter runt /giu, 'within $1 metres of '],
  [/ och /gu, ' and '],
  [/, utom /gu, ', except '],
];

/** A time of day without a word about the day, e.g. "kl. 02.15", as English writes it; undefined for anything else. */
export function clockInEnglish(time: string): string | undefined {
  const [, hours, minutes] = /^(?:kl\.? ?)?(\d{1,2})[.:](\d{2})$/iu.exec(time.trim()) ?? [];
  return hours === undefined ? undefined : `${hours}:${minutes}`;
}

/** A place that somebody wrote in Swedish, for an English text: the names stay, the common words around them don't. */
export const placeInEnglish = (place: string): string =>
  english.reduce((text, [words, instead]) => text.replace(words, instead), place);
