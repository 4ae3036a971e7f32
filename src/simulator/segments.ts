const single = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('\f^{}\\[~]|€');

function unitsOf(text: string): number[] | undefined {
  const units: number[] = [];
  for (const letter of text) {
    if (single.has(letter)) units.push(1);
    else if (escaped.has(letter)) units.push(2);
    else return undefined;
  }
  return units;
}

/**
 * Number of SMS parts of a text (3GPP TS 23.038, TS 23.040). A character of two units is never split between parts, so
 * parts are filled greedily. This deliberately does not use the sender's code.
 */
export function segmentCount(text: string): number {
  const gsm = unitsOf(text);
  const units = gsm ?? Array.from(text, (letter) => letter.length);
  const [alone, part] = gsm ? [160, 153] : [70, 67];
  if (units.reduce((sum, n) => sum + n, 0) <= alone) return 1;
  let parts = 1;
  let filled = 0;
  for (const n of units) {
    if (filled + n > part) {
      parts += 1;
      filled = 0;
    }
    filled += n;
  }
  return parts;
}

const MOST_KEPT = 10_000;
const counted = new Map<string, number>();

/** `segmentCount` with a cache, for a text to many recipients. The cache is cleared when it is full. */
export function knownSegmentCount(text: string): number {
  const known = counted.get(text);
  if (known !== undefined) return known;
  if (counted.size >= MOST_KEPT) counted.clear();
  const count = segmentCount(text);
  counted.set(text, count);
  return count;
}
