import bidiFactory, { type Bidi } from 'bidi-js';

/** A piece of a line that is read in one direction. Its text is in the order of reading. */
export interface VisualRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

// Its types say that the module has a default; it is one.
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
 * A line in pieces, from left to right as they stand on paper, by the Unicode Bidirectional Algorithm (UAX #9): a number
 * or a Latin name within Arabic stays readable, and a bracket opens the way the text runs.
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
