import type { Near } from '../../api/answers.js';
import type { ChosenPlace, ComposeForm } from './form.js';

/** More names than this are too many to read in a text. */
const maxNamed = 3;

export type NamedArea = Pick<ComposeForm, 'places' | 'near' | 'minus' | 'polygon'>;

/**
 * An area in the words of a text, after "Gäller: "; undefined when a part has no name, or there are too many parts. A
 * name for only a part of the area would tell some recipients that the text is not for them.
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

/** Languages other than these two get the bare name, which is right in any language. */
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

/**
 * A place that the user wrote in Swedish, for an English text: names stay, the common words around them are translated.
 */
export const placeInEnglish = (place: string): string =>
  english.reduce((text, [words, instead]) => text.replace(words, instead), place);
