import { cleanTyped } from '../../kernel/typed-input.js';

/**
 * Search ignores accents. Names that contain the words as typed, accents included, come first: for a typed å, Åvägen
 * comes before Avägen. Otherwise the order is kept.
 */
export function accentsFirst<Row>(rows: readonly Row[], typed: string, nameOf: (row: Row) => string): Row[] {
  const lower = (text: string): string => cleanTyped(text).toLocaleLowerCase('sv');
  const words = lower(typed).match(/\p{L}+/gu) ?? [];
  const as = (row: Row): number => {
    const name = lower(nameOf(row));
    return words.filter((word) => !name.includes(word)).length;
  };
  return rows
    .map((row, at) => ({ row, at, missing: as(row) }))
    .sort((a, b) => a.missing - b.missing || a.at - b.at)
    .map(({ row }) => row);
}
