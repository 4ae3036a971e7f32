import { septetsOf } from './gsm-alphabet.js';
import { pack, measure, type Measure } from './measure-text.js';

/** A character that forces a whole text into UCS-2. */
export interface OffendingCharacter {
  readonly character: string;
  /** `U+010D` */
  readonly codePoint: string;
  readonly count: number;
  /** Only the writer can decide about a letter. Anything else can usually be left out. */
  readonly isLetter: boolean;
}

/** What the composer shows beside a text that is being written. */
export interface WritingCost extends Measure {
  /** Units that still fit before another part begins. A character of the extension table takes two. */
  readonly charactersLeft: number;
  /** In order of first occurrence. */
  readonly offending: readonly OffendingCharacter[];
  /** Parts that the text would have if each offending character were in GSM-7. */
  readonly segmentsWithoutOffending: number;
  /** Parts that are paid for only because of them. */
  readonly extraSegments: number;
}

/** What a text costs and why: as {@link measure}, with the room left and the characters that more than halve a part. */
export function writingCost(text: string): WritingCost {
  const { encoding, units, segments, usedInLastPart, partCapacity } = pack(text);
  const offending = offendingCharacters(text);
  const segmentsWithoutOffending = offending.length === 0 ? segments : measure(withStandIns(text)).segments;
  return {
    encoding,
    units,
    segments,
    charactersLeft: partCapacity - usedInLastPart,
    offending,
    segmentsWithoutOffending,
    extraSegments: segments - segmentsWithoutOffending,
  };
}

/** The characters of a text that GSM-7 lacks, with the count of each. */
function offendingCharacters(text: string): OffendingCharacter[] {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (septetsOf(character) === undefined) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return Array.from(counts, ([character, count]) => ({
    character,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    count,
    isLetter: /^[\p{L}\p{M}]$/u.test(character),
  }));
}

const withStandIns = (text: string): string =>
  Array.from(text, (character) => (septetsOf(character) === undefined ? '?' : character)).join('');
