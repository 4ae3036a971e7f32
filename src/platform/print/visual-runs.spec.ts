import bidiFactory, { type Bidi } from 'bidi-js';
import fc from 'fast-check';
import { visualRuns } from './visual-runs.js';

/** The characters as they appear on paper from left to right: right-to-left runs are reversed. */
const onPaper = (line: string, rightToLeft: boolean): string =>
  visualRuns(line, rightToLeft)
    .map((run) => (run.rightToLeft ? Array.from(run.text).reverse().join('') : run.text))
    .join('');

describe('visualRuns', () => {
  it.each([
    ['keeps the order of a Swedish line', 'Koka vattnet (i dag).', false, 'Koka vattnet (i dag).'],
    ['starts a Hebrew line at the right', 'שלום עולם', true, 'םלוע םולש'],
    ['keeps a number inside Hebrew readable', 'עד 13:00 היום', true, 'םויה 13:00 דע'],
    ['keeps a Latin name inside Hebrew readable', 'ב Örnäset היום', true, 'םויה Örnäset ב'],
    ['mirrors brackets inside Hebrew', 'א (ב) ג', true, 'ג (ב) א'],
    [
      'keeps a time inside Arabic readable',
      'اغلوا الماء حتى 13:00 اليوم',
      true,
      'مويلا 13:00 ىتح ءاملا اولغا',
    ],
    [
      'keeps a telephone number before Arabic readable',
      'Ring 0920-45 30 00: اتصل بنا',
      false,
      'Ring 0920-45 30 00: انب لصتا',
    ],
    [
      'keeps Persian digits in reading order',
      'آب را تا ساعت ۱۳:۰۰ بجوشانید',
      true,
      'دیناشوجب ۱۳:۰۰ تعاس ات ار بآ',
    ],
    [
      'keeps digits and Latin inside Persian readable',
      'با 112 تماس بگیرید، نه با Örnäset',
      true,
      'Örnäset اب هن ،دیریگب سامت 112 اب',
    ],
    [
      'mirrors quotation marks inside Persian',
      'مرکز «Kulturens hus» باز است',
      true,
      'تسا زاب «Kulturens hus» زکرم',
    ],
    [
      'keeps a street with its number inside Hebrew readable',
      'השתמשו במים מ-Storgatan 3 (קומה 2)',
      true,
      '(2 המוק) Storgatan 3-מ םימב ושמתשה',
    ],
    ['reverses a Hebrew word inside Swedish', 'ordet שלום här', false, 'ordet םולש här'],
  ])('%s', (_what, line, rightToLeft, paper) => {
    expect(onPaper(line, rightToLeft)).toBe(paper);
  });

  const bidi = (bidiFactory as unknown as () => Bidi)();
  const letters = Array.from('aÖz17٣۴אשםعبگچ .,:-()[]«»/+%"\t\u064e\u200e\u200f\u202b\u202c\u2067\u2069');

  it('gives the same order as the bidi library, for any mix of scripts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((some) => some.join('')),
        fc.boolean(),
        (line, rightToLeft) => {
          const levels = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr');
          expect(onPaper(line, rightToLeft)).toBe(bidi.getReorderedString(line, levels));
        },
      ),
    );
  });

  it('gives the text of each run in reading order', () => {
    const text = 'Ring 0920-45 30 00: اتصل بنا 🙂 שלום';
    const pieces = visualRuns(text, false).map((run) => run.text);
    for (const piece of pieces) expect(text).toContain(piece);
    expect(pieces.join('')).toHaveLength(text.length);
  });
});
