const number = /\d+(?:[.:]\d+)*/gu;

/** "09.00", "9:00" and "9" are one time. */
const asSaid = (written: string): string =>
  written
    .replaceAll(':', '.')
    .replace(/\.00$/u, '')
    .replace(/^0+(?=\d)/u, '');

/**
 * The numbers of a text that another text lacks, as they are written, each once: a time, a date or a phone number that
 * was changed in one of them.
 */
export function numbersOnlyIn(text: string, other: string): readonly string[] {
  const known = new Set(Array.from(other.matchAll(number), ([written]) => asSaid(written)));
  const found = new Map<string, string>();
  for (const [written] of text.matchAll(number)) {
    const said = asSaid(written);
    if (!known.has(said) && !found.has(said)) found.set(said, written);
  }
  return [...found.values()];
}
