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
  const { levels } = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr');
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const level = levels[at]!;
    const last = runs.at(-1);
    const letter = level % 2 === 1 ? (bidi.getMirroredCharacter(line[at]!) ?? line[at]!) : line[at]!;
    if (last && last.level === level) last.text += letter;
    else runs.push({ text: letter, level });
  }
  return inVisualOrder(runs).map(({ text, level }) => ({ text, rightToLeft: level % 2 === 1 }));
}

/** Rule L2: from the highest level down to the lowest odd one, what stands together at it or above is turned round. */
function inVisualOrder<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1)
    for (let from = 0; from < ordered.length; from += 1) {
      if (ordered[from]!.level < level) continue;
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to += 1;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  return ordered;
}
