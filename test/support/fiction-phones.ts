const two = (n: number): string => String(n).padStart(2, '0');

/** A mobile number that is set aside for fiction. @param n 0–94 */
export const fictionMobile = (n: number): string => `+467017406${two(5 + (n % 95))}`;

/** A landline number that is set aside for fiction, except those of the north. @param n 0–287 */
export function fictionLandline(n: number): string {
  const at = n % 288;
  if (at < 100) return `+468465004${two(at)}`;
  return at < 194 ? `+463139006${two(at - 94)}` : `+464062804${two(at - 188)}`;
}
