import bidiFactory, { type Bidi } from 'bidi-js';
import fc from 'fast-check';
import { visualRuns } from './visual-runs.js';

/** As it stands on paper, from left to right: what is read from right to left, turned round. */
const onPaper = (line: string, rightToLeft: boolean): string =>
  visualRuns(line, rightToLeft)
    .map((run) => (run.rightToLeft ? Array.from(run.text).reverse().join('') : run.text))
    .join('');

describe('a line on paper', () => {
  it.each([
    ['is as it is read in Swedish', 'Koka vattnet (i dag).', false, 'Koka vattnet (i dag).'],
    ['begins at the right in Hebrew', 'שלום עולם', true, 'םלוע םולש'],
    ['keeps a number within', 'עד 13:00 היום', true, 'םויה 13:00 דע'],
    ['keeps a name in Latin within', 'ב Örnäset היום', true, 'םויה Örnäset ב'],
    ['opens its brackets the way it is read', 'א (ב) ג', true, 'ג (ב) א'],
    ['keeps a time within Arabic', 'اغلوا الماء حتى 13:00 اليوم', true, 'مويلا 13:00 ىتح ءاملا اولغا'],
    [
      'keeps a telephone number before Arabic',
      'Ring 0920-45 30 00: اتصل بنا',
      false,
      'Ring 0920-45 30 00: انب لصتا',
    ],
    [
      'keeps Persian digits in the order of reading',
      'آب را تا ساعت ۱۳:۰۰ بجوشانید',
      true,
      'دیناشوجب ۱۳:۰۰ تعاس ات ار بآ',
    ],
    [
      'keeps digits and Latin within Persian',
      'با 112 تماس بگیرید، نه با Örnäset',
      true,
      'Örnäset اب هن ،دیریگب سامت 112 اب',
    ],
    [
      'turns Persian quotation marks round',
      'مرکز «Kulturens hus» باز است',
      true,
      'تسا زاب «Kulturens hus» زکرم',
    ],
    [
      'keeps a street with its number within Hebrew',
      'השתמשו במים מ-Storgatan 3 (קומה 2)',
      true,
      '(2 המוק) Storgatan 3-מ םימב ושמתשה',
    ],
    ['turns round a word that is quoted in Swedish', 'ordet שלום här', false, 'ordet םולש här'],
  ])('%s', (_what, line, rightToLeft, paper) => {
    expect(onPaper(line, rightToLeft)).toBe(paper);
  });

  const bidi = (bidiFactory as unknown as () => Bidi)();
  const letters = Array.from('aÖz17٣۴אשםعبگچ .,:-()[]«»/+%"\t\u064e\u200e\u200f\u202b\u202c\u2067\u2069');

  it('reads as the library orders it, whatever is mixed', () => {
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

  it('gives each piece in the order of reading', () => {
    const text = 'Ring 0920-45 30 00: اتصل بنا 🙂 שלום';
    const pieces = visualRuns(text, false).map((run) => run.text);
    for (const piece of pieces) expect(text).toContain(piece);
    expect(pieces.join('')).toHaveLength(text.length);
  });
});
