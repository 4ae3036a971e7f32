/**
 * A point of two cells of a table, unchecked: what is no plain number stays text, so that its row is refused for it.
 * A decimal comma is read as a point. Not plain are exponents, which a spreadsheet writes for a number that it has
 * shortened, and separators of thousands: `828,050` metres would be 828 m from the origin.
 *
 * @param degrees longitude and latitude, else metres
 * @returns undefined where a cell is empty
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
