/**
 * A column's name as people read it: in NFC, without what nobody sees (byte order marks, zero-width and other
 * ignorable characters), any run of white space as one space, none at the ends.
 */
export const columnName = (text: string): string =>
  text
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .trim();

/**
 * The wanted names that stand more than once. A row then says two things for one name, and nobody knows which is meant.
 *
 * @param names already read by {@link columnName}
 */
export function doubledNames(names: readonly string[], wanted: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...new Set(wanted)].filter((name) => (counts.get(name) ?? 0) > 1);
}

/** Names that differ from a wanted one that is there by case or width only: "SKYDD" beside "Skydd". Either may be meant. */
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

/** {@link columnName} for names that come again with each row. */
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
