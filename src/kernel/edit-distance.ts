/**
 * The number of typing errors between the typed text and a word: an extra letter, a missing letter, a wrong letter, or
 * two neighbours swapped (optimal string alignment).
 *
 * @param most the largest distance of interest; a larger one may be returned as Infinity
 * @returns the distance to the whole word, and to its nearest prefix
 */
export function editDistance(
  typed: string,
  word: string,
  most: number,
): { readonly whole: number; readonly beginning: number } {
  if (typed.length - word.length > most) return { whole: Infinity, beginning: Infinity };
  // A longer prefix cannot be within the limit.
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let least = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return { whole: Infinity, beginning: Infinity };
    [before, last] = [last, now];
  }
  return { whole: width === word.length ? last[width]! : Infinity, beginning: Math.min(...last) };
}
