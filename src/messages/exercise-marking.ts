// The other languages' mark keeps the Swedish word too, for people around the reader who know only Swedish.
const marks = { sv: 'ÖVNING ÖVNING.', other: 'ÖVNING/EXERCISE.' } as const;

const opensMarked = /^\s*ÖVNING(?!\p{L})/u;
const closesMarked = /(?<!\p{L})(?:ÖVNING|EXERCISE)[\s.!]*$/u;

/**
 * Marks a text as an exercise at both ends, since people often read only one end of a long text (docs/rules.md
 * "Mistakes others made": Hawaii). An end that is already marked is left as it is.
 *
 * @param language of the text, ISO 639; every language but Swedish gets the mark in Swedish and English
 */
export function markExercise(text: string, language = 'sv'): string {
  const mark = language === 'sv' ? marks.sv : marks.other;
  const opened = opensMarked.test(text) ? text : `${mark} ${text.trimStart()}`.trimEnd();
  // On its own line: directly after a link, the mark would break the link.
  return closesMarked.test(opened) ? opened : `${opened.trimEnd()}\n${mark}`;
}

/** Whether a text has ÖVNING in capitals at its beginning and at its end. */
export const isMarkedAsExercise = (text: string): boolean =>
  opensMarked.test(text) && closesMarked.test(text);
