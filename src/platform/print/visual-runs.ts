import bidiFactory, { type Bidi } from 'bidi-js';

/** A part of a line with one reading direction. Its text is in reading order. */
export interface VisualRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

// The types declare a default export, but at run time the module itself is the function.
const bidi = (bidiFactory as unknown as () => Bidi)();

const rightToLeftLanguages = new Set([
  'ar',
  'fa',
  'he',
  'ckb',
  'ps',
  'ur',
  'sd',
  'ug',
  'yi',
  'dv',
  'syr',
  'arc',
]);

/** @param language ISO 639 */
export const isRightToLeft = (language: string): boolean => rightToLeftLanguages.has(language);

/**
 * Splits a line into runs, from left to right as on paper, by the Unicode Bidirectional Algorithm (UAX #9). A number or
 * a Latin name inside Arabic stays readable, and brackets are mirrored.
 */
export function visualRuns(line: string, rightToLeft: boolean): VisualRun[] {
  const embedding = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr');
  const { levels } = embedding;
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const runs: { level: number; places: number[] }[] = [];
  for (const place of bidi.getReorderedIndices(line, embedding)) {
    const last = runs.at(-1);
    if (last && last.level === levels[place]) last.places.push(place);
    else runs.push({ level: levels[place]!, places: [place] });
  }
  return runs.map(({ level, places }) => ({
    text: places
      .sort((a, b) => a - b)
      .map((place) => mirrored.get(place) ?? line[place]!)
      .join(''),
    rightToLeft: level % 2 === 1,
  }));
}
