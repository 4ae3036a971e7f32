/**
 * A column's name as people read it: in NFC, without invisible characters (byte order marks, zero-width and other
 * ignorable characters). Any run of white space becomes one space; white space at the ends is removed.
 */
export const columnName = (text: string): string =>
  text
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .trim();

/**
 * The wanted names that occur more than once. A row then has two values for one name, and it is unknown which is right.
 *
 * @param names already normalized by {@link columnName}
 */
export function doubledNames(names: readonly string[], wanted: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...new Set(wanted)].filter((name) => (counts.get(name) ?? 0) > 1);
}

/**
 * Columns whose name differs only in case or width from a wanted column that is also there, for example "SKYDD" beside
 * "Skydd". Either may be meant.
 */
export function lookAlikes(columns: readonly string[], wanted: readonly string[]): string[] {
  const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
  const meant = new Set(wanted.map(folded));
  return columns.filter(
    (column) =>
      !wanted.includes(column) &&
      meant.has(folded(column)) &&
      columns.some((other) => wanted.includes(other) && folded(other) === folded(column)),
  );
}

/** {@link columnName} with a cache, for names that repeat in each row. */
export class ColumnNames {
  private readonly known = new Map<string, string>();

  of(written: string): string {
    const known = this.known.get(written);
    if (known !== undefined) return known;
    const name = columnName(written);
    this.known.set(written, name);
    return name;
  }
}
