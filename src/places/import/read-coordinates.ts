/**
 * Reads a point from two cells of a table, unchecked. A text that is not a plain number stays text, so that its row is
 * refused. A decimal comma is read as a point. Exponents are not plain: a spreadsheet writes them for a number that it
 * has shortened. Thousands separators are not plain either: `828,050` metres would be 828 m from the origin.
 *
 * @param degrees longitude and latitude, else metres
 * @returns undefined if a cell is empty
 */
export function readCoordinates(x: string | undefined, y: string | undefined, degrees: boolean): unknown {
  if (x === undefined || y === undefined) return undefined;
  return { type: 'Point', coordinates: [x, y].map((text) => numberOf(text, degrees) ?? text) };
}

function numberOf(text: string, degrees: boolean): number | undefined {
  if (!/^[+-]?\d+([.,]\d+)?$/.test(text)) return undefined;
  if (!degrees && /^[+-]?\d{1,3}[.,]\d{3}$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}
