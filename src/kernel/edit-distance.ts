/**
 * How many slips of the finger lie between what was typed and a word: a letter too many, too few, wrong, or two in each
 * other's place (optimal string alignment).
 *
 * @param most more need not be told apart
 * @returns to the whole word, and to the beginning of it that is nearest
 */
export function editDistance(
  typed: string,
  word: string,
  most: number,
): { readonly whole: number; readonly beginning: number } {
  if (typed.length - word.length > most) return { whole: Infinity, beginning: Infinity };
  // No beginning that is longer can be near.
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
