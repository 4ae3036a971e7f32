// English keeps the Swedish word too: whoever around the reader knows only Swedish must see it as well.
const marks = { sv: 'ÖVNING ÖVNING.', other: 'ÖVNING/EXERCISE.' } as const;

const opensMarked = /^\s*ÖVNING(?!\p{L})/u;
const closesMarked = /(?<!\p{L})(?:ÖVNING|EXERCISE)[\s.!]*$/u;

/**
 * Makes a text say that it is an exercise, at both its ends, since a long text is often read from one of them
 * (docs/rules.md "Mistakes others made": Hawaii). What is already marked stays as it is.
 *
 * @param language of the text, ISO 639; any but Swedish gets the mark in Swedish and English
 */
export function markExercise(text: string, language = 'sv'): string {
  const mark = language === 'sv' ? marks.sv : marks.other;
  const opened = opensMarked.test(text) ? text : `${mark} ${text.trimStart()}`.trimEnd();
  // On a line of its own: glued to a text that ends with a link it would break the link.
  return closesMarked.test(opened) ? opened : `${opened.trimEnd()}\n${mark}`;
}

/** Whether a text says ÖVNING at its beginning and at its end, in capitals. */
export const isMarkedAsExercise = (text: string): boolean =>
  opensMarked.test(text) && closesMarked.test(text);
