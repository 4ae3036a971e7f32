/**
 * The cells of a record in which quotation marks stand only around cells, or doubled inside of such: `1;"x ""y""";2`.
 *
 * @param raw the record as the file has it, without the end of its line
 * @returns undefined for `1;x"y;2`, `1;"x"y;2` and the like, where nobody knows where a cell ends
 */
export function quotedCells(raw: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; at <= raw.length;) {
    const start = skipSpace(raw, at, delimiter);
    if (raw[start] === '"') {
      const closing = closingQuote(raw, start + 1);
      const after = closing === -1 ? -1 : skipSpace(raw, closing + 1, delimiter);
      if (after === -1 || (after < raw.length && raw[after] !== delimiter)) return undefined;
      cells.push(raw.slice(start + 1, closing).replaceAll('""', '"'));
      at = after + 1;
    } else {
      const found = raw.indexOf(delimiter, start);
      const end = found === -1 ? raw.length : found;
      const cell = raw.slice(at, end);
      if (cell.includes('"')) return undefined;
      cells.push(cell);
      at = end + 1;
    }
  }
  return cells;
}

/**
 * Whether the quotation marks of a record may be of two rows, one of which lost its own: its first line is a whole row,
 * and so is another. The rows in between would be gone without a word.
 *
 * @param width cells of a row
 */
export function holdsRows(raw: string, delimiter: string, width: number): boolean {
  const isWhole = (line: string): boolean => line.split(delimiter).length === width;
  const [first, ...more] = raw.split(/\r\n|\r|\n/);
  return width > 1 && isWhole(first!) && more.some(isWhole);
}

function closingQuote(raw: string, from: number): number {
  for (let at = raw.indexOf('"', from); at !== -1; at = raw.indexOf('"', at + 2))
    if (raw[at + 1] !== '"') return at;
  return -1;
}

function skipSpace(raw: string, from: number, delimiter: string): number {
  let at = from;
  while (at < raw.length && raw[at] !== delimiter && /\s/.test(raw[at]!)) at += 1;
  return at;
}
