/**
 * The cells of a record where quotation marks occur only around cells, or doubled inside quoted cells: `1;"x ""y""";2`.
 *
 * @param raw the record as in the file, without its line end
 * @returns undefined if it is unclear where a cell ends, as in `1;x"y;2` or `1;"x"y;2`
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
 * Whether a multi-line record may be several rows joined by mistake, because a quotation mark is missing. True if its
 * first line is a complete row, and another line is too. Reading it as one record would silently lose the rows between.
 *
 * @param width number of cells in a row
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
