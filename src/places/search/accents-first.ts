import { cleanTyped } from '../../kernel/typed-input.js';

/**
 * Names are found without their accents. Those that have them as they were typed come first: Åvägen before Avägen for who
 * typed an å. The order is otherwise kept.
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
