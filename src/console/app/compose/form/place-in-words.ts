import type { AreasDrawn, Near } from '../../api/answers.js';
import type { ChosenPlace, ComposeForm } from './form.js';
import { placeWordsIn, type PlaceWords } from './place-words.js';

/** More names than this are too many to read in a text. */
const maxNamed = 3;

export type NamedArea = Pick<ComposeForm, 'places' | 'near' | 'minus' | 'polygon' | 'drawnIn'>;

/**
 * An area in the words of a text, after "Gäller: "; undefined when a part has no name, or there are too many parts. A
 * name for only a part of the area would tell some recipients that the text is not for them. What was drawn is named by
 * the areas that it has addresses of: "delar av Porsön".
 *
 * @param language of the text, ISO 639
 */
export function placeInWords(
  { places, near, minus, polygon, drawnIn }: NamedArea,
  language: string,
): string | undefined {
  const words = placeWordsIn(language);
  const parts = [
    ...places.map((place) => nameOf(place, words)),
    ...near.map((thing) => around(thing, words)),
    ...(polygon ? drawnNames(drawnIn, places, words) : []),
  ];
  if (parts.length === 0 || parts.length > maxNamed || minus.length > maxNamed) return undefined;
  if (parts.includes(undefined)) return undefined;
  const whole = listed(parts as string[], words);
  if (minus.length === 0) return whole;
  return `${whole}${words.except}${listed(
    minus.map((place) => nameOf(place, words)),
    words,
  )}`;
}

function nameOf({ kind, name, address, saved }: ChosenPlace, words: PlaceWords): string {
  if (address !== undefined) return address;
  if (saved || kind === 'area') return name;
  if (kind === 'municipality') return words.whole(name);
  if (kind !== 'block') return words.property(name);
  return words.block(name);
}

const around = ({ metres, name }: Near, words: PlaceWords): string | undefined =>
  name === undefined ? undefined : words.around(metres, name);

/** Without the areas that are chosen whole anyway: "Porsön och delar av Porsön" says nothing more than "Porsön". */
function drawnNames(
  drawnIn: AreasDrawn | undefined,
  places: readonly ChosenPlace[],
  words: PlaceWords,
): (string | undefined)[] {
  if (!drawnIn || drawnIn.elsewhere || drawnIn.areas.length === 0) return [undefined];
  return drawnIn.areas
    .filter(({ id }) => !places.some((place) => place.id === id))
    .map(({ name, isWhole }) => (isWhole ? name : words.partsOf(name)));
}

function listed(names: readonly string[], { and }: PlaceWords): string {
  const before = names.slice(0, -1).join(', ');
  return before === '' ? names[0]! : `${before}${and}${names.at(-1)!}`;
}

const english: readonly (readonly [RegExp, string])[] = [
  [/\bkvarteret ([^,]+?)(?=,| och |$)/giu, 'the $1 block'],
  [/\bfastigheten /giu, 'property '],
  [/\bhela kommunen\b/giu, 'the whole municipality'],
  [/\bhela /giu, 'all of '],
  [/\bdelar av /giu, 'parts of '],
  [/(\d{1,4}) meter runt /giu, 'within $1 metres of '],
  [/ och /gu, ' and '],
  [/, utom /gu, ', except '],
];

/**
 * A place that the user wrote in Swedish, for an English text: names stay, the common words around them are translated.
 */
export const placeInEnglish = (place: string): string =>
  english.reduce((text, [words, instead]) => text.replace(words, instead), place);
