import { septetsOf } from './gsm-alphabet.js';

export type Encoding = 'GSM-7' | 'UCS-2';

/** The length of a text as SMS. */
export interface Measure {
  readonly encoding: Encoding;
  /** Septets in GSM-7, UTF-16 units in UCS-2. Headers of parts are not counted. */
  readonly units: number;
  /** The number of parts, each sent and paid for. */
  readonly segments: number;
}

/** A measure with more detail: how the text fills its parts. */
export interface PackedText extends Measure {
  /** Units used in the last part. */
  readonly usedInLastPart: number;
  /** Units that fit in each part: a whole message when there is only one part, less when parts are joined. */
  readonly partCapacity: number;
}

/** Units of a single message, and of each part of a joined one (3GPP TS 23.040: a header of 6 octets). */
const capacities = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
} as const satisfies Record<Encoding, { alone: number; joined: number }>;

/**
 * Encoding, units and parts of a text, exactly as the networks count (GSM 03.38; docs/rules.md "SMS"). The text is not
 * cleaned: run it through `plainPunctuation` first. An empty text has 0 parts, since nothing would be sent.
 */
export function measure(text: string): Measure {
  const { encoding, units, segments } = pack(text);
  return { encoding, units, segments };
}

/**
 * Splits a text into parts, greedily. An escape pair and a surrogate pair must not be split: a pair that does not fit
 * starts the next part, and the part before it ends one unit short.
 */
export function pack(text: string): PackedText {
  const inSeptets = sizesInSeptets(text);
  const encoding = inSeptets ? 'GSM-7' : 'UCS-2';
  const sizes = inSeptets ?? Array.from(text, (character) => character.length);
  const { alone, joined } = capacities[encoding];
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= alone) {
    return { encoding, units, segments: units === 0 ? 0 : 1, usedInLastPart: units, partCapacity: alone };
  }
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > joined) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, segments, usedInLastPart: used, partCapacity: joined };
}

/** Septets of each character; undefined when a character is not in the alphabet, so the text needs UCS-2. */
function sizesInSeptets(text: string): number[] | undefined {
  const sizes: number[] = [];
  for (const character of text) {
    const size = septetsOf(character);
    if (size === undefined) return undefined;
    sizes.push(size);
  }
  return sizes;
}
