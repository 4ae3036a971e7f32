import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure-text.js';

const a = (count: number): string => 'a'.repeat(count);

describe('measure', () => {
  it.each<[name: string, text: string, encoding: string, units: number, segments: number]>([
    ['nothing has no part', '', 'GSM-7', 0, 0],
    ['one letter', 'a', 'GSM-7', 1, 1],
    ['160 septets go alone', a(160), 'GSM-7', 160, 1],
    ['161 septets need two parts', a(161), 'GSM-7', 161, 2],
    ['two full parts', a(306), 'GSM-7', 306, 2],
    ['two full parts and one', a(307), 'GSM-7', 307, 3],
    ['six full parts', a(918), 'GSM-7', 918, 6],
    ['six full parts and one', a(919), 'GSM-7', 919, 7],
    ['Swedish letters are in GSM-7', 'Räksmörgås på ÅÄÖ é ü', 'GSM-7', 21, 1],
    ['Nordic and Greek capitals too', 'æÆøØßΔΦΓΛΩΠΨΣΘΞ', 'GSM-7', 15, 1],
    ['line ends are one septet each', 'a\r\nb', 'GSM-7', 4, 1],
    ['a tab is not in GSM-7', 'a\tb', 'UCS-2', 3, 1],
    ['the extension table costs two', '^{}[]~\\|€', 'GSM-7', 18, 1],
    ['80 euro signs go alone', '€'.repeat(80), 'GSM-7', 160, 1],
    ['81 euro signs: 76 whole ones in a part', '€'.repeat(81), 'GSM-7', 162, 2],
    ['an escape pair fits exactly in a part', `${a(151)}€${a(20)}`, 'GSM-7', 173, 2],
    ['an escape pair never straddles a part', `${a(152)}€${a(151)}`, 'GSM-7', 305, 2],
    ['so a part may end one septet short', `${a(152)}€${a(152)}`, 'GSM-7', 306, 3],
    ['a capital cedilla is in GSM-7', 'Ç', 'GSM-7', 1, 1],
    ['a small cedilla is not', 'ç', 'UCS-2', 1, 1],
    ['à is, á is not', 'á', 'UCS-2', 1, 1],
    ['Sámi letters are not', 'čđŋšŧž', 'UCS-2', 6, 1],
    ['a backtick is not', '`', 'UCS-2', 1, 1],
    ['a typographic quote is not', '”', 'UCS-2', 1, 1],
    ['å written as a and a ring is not', 'a\u030a', 'UCS-2', 2, 1],
    ['70 units go alone', 'š'.repeat(70), 'UCS-2', 70, 1],
    ['71 units need two parts', 'š'.repeat(71), 'UCS-2', 71, 2],
    ['two full parts of UCS-2', 'š'.repeat(134), 'UCS-2', 134, 2],
    ['two full parts of UCS-2 and one', 'š'.repeat(135), 'UCS-2', 135, 3],
    ['one Sámi letter more than halves a part', `${a(159)}š`, 'UCS-2', 160, 3],
    ['the extension table costs one in UCS-2', 'š€', 'UCS-2', 2, 1],
    ['an emoji is two units', '🚰', 'UCS-2', 2, 1],
    ['35 emoji go alone', '🚰'.repeat(35), 'UCS-2', 70, 1],
    ['36 emoji: 33 whole ones in a part', '🚰'.repeat(36), 'UCS-2', 72, 2],
    ['66 emoji fill two parts', '🚰'.repeat(66), 'UCS-2', 132, 2],
    ['67 emoji would fit in two only if one were split', '🚰'.repeat(67), 'UCS-2', 134, 3],
    ['a surrogate pair never straddles a part', `${a(66)}🚰${a(67)}`, 'UCS-2', 135, 3],
    ['half a surrogate pair is a unit', '\ud83d', 'UCS-2', 1, 1],
    ['Arabic', 'تم قطع المياه', 'UCS-2', 13, 1],
    ['Finnish', 'Vesi on poikki ylihuomenna', 'GSM-7', 26, 1],
    ['1,600 characters', a(1600), 'GSM-7', 1600, 11],
  ])('%s', (_name, text, encoding, units, segments) => {
    expect(measure(text)).toEqual({ encoding, units, segments });
  });
});

/** The alphabet again, in another notation, so that an error in one table shows. */
const gsmCodePoints = new Set(
  '40 A3 24 A5 E8 E9 F9 EC F2 C7 A D8 F8 D C5 E5 394 5F 3A6 393 39B 3A9 3A0 3A8 3A3 398 39E C6 E6 DF C9 A4 A1 C4 D6 D1 DC A7 BF E4 F6 F1 FC E0'
    .split(' ')
    .map((hex) => parseInt(hex, 16))
    .concat(
      Array.from({ length: 0x3f - 0x20 + 1 }, (_, at) => 0x20 + at).filter((point) => point !== 0x24),
      Array.from({ length: 26 }, (_, at) => 0x41 + at),
      Array.from({ length: 26 }, (_, at) => 0x61 + at),
    ),
);
const extended = new Set([0xc, 0x5e, 0x7b, 0x7d, 0x5c, 0x5b, 0x7e, 0x5d, 0x7c, 0x20ac]);

/** An oracle: builds the octets that a phone would get and cuts them, stepping back when a cut falls within a pair. */
function slowMeasure(text: string): { encoding: string; units: number; segments: number } {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const isGsm = points.every((point) => gsmCodePoints.has(point) || extended.has(point));
  const units: ('first' | 'second' | 'whole')[] = [];
  for (const point of points) {
    const isPair = isGsm ? extended.has(point) : point > 0xffff;
    if (isPair) units.push('first', 'second');
    else units.push('whole');
  }
  const [alone, joined] = isGsm ? [160, 153] : [70, 67];
  let segments = units.length > 0 && units.length <= alone ? 1 : 0;
  if (segments === 0) {
    for (let start = 0; start < units.length; segments++) {
      let end = Math.min(start + joined, units.length);
      if (units[end] === 'second') end -= 1;
      start = end;
    }
  }
  return { encoding: isGsm ? 'GSM-7' : 'UCS-2', units: units.length, segments };
}

describe('measure, of any text', () => {
  const gsmText = fc.string({ unit: fc.constantFrom(...Array.from('aåÄ€[]{}~^|\\ \n@Ω')), maxLength: 700 });
  const anyText = fc.oneof(
    gsmText,
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('a', '€', 'š', '🚰', '\ud83d'), maxLength: 400 }),
  );

  it('agrees with a slow splitter that cuts octets', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(measure(text)).toEqual(slowMeasure(text))),
      { numRuns: 500 },
    );
  });

  it('needs at most one part more for a joined text than for its two halves', () => {
    fc.assert(
      fc.property(gsmText, gsmText, (one, other) => {
        const together = measure(one + other).segments;
        expect(together).toBeGreaterThanOrEqual(Math.max(measure(one).segments, measure(other).segments));
        expect(together).toBeLessThanOrEqual(measure(one).segments + measure(other).segments + 1);
      }),
    );
  });

  it('a joined GSM-7 text has the sum of the units of its halves', () => {
    fc.assert(
      fc.property(gsmText, gsmText, (one, other) => {
        expect(measure(one + other).units).toBe(measure(one).units + measure(other).units);
      }),
    );
  });
});

const examplesFile = join(process.cwd(), '../shared/data/text/vma_examples.json');
const describeWithExamples = existsSync(examplesFile) ? describe : describe.skip;

describeWithExamples('measure, of real warnings (skipped where ../shared/data/text is missing)', () => {
  function everyText(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(everyText);
    return [];
  }

  it('agrees with the slow splitter on each of the real warnings', () => {
    const texts = everyText(JSON.parse(readFileSync(examplesFile, 'utf8')));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(measure(text)).toEqual(slowMeasure(text));
  });
});
