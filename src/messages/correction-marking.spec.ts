import { markCorrection, unmarkCorrection } from './correction-marking.js';
import { markText } from './marked-text.js';

describe('markCorrection', () => {
  it.each([
    ['sv', 'Rättelse: Koka vattnet.'],
    ['en', 'Correction: Koka vattnet.'],
    ['fi', 'Korjaus: Koka vattnet.'],
    ['se', 'Divvun: Koka vattnet.'],
    ['ar', 'تصحيح: Koka vattnet.'],
    ['so', 'Sixitaan: Koka vattnet.'],
    ['pl', 'Rättelse/Correction: Koka vattnet.'],
  ])('opens a text in %s with its own word, once, and unmarkCorrection takes it off', (language, marked) => {
    expect(markCorrection('Koka vattnet.', language)).toBe(marked);
    expect(markCorrection(marked, language)).toBe(marked);
    expect(unmarkCorrection(marked, language)).toBe('Koka vattnet.');
  });

  it('does not double what the writer wrote in capitals', () => {
    expect(markCorrection('RÄTTELSE: Koka vattnet.', 'sv')).toBe('RÄTTELSE: Koka vattnet.');
    expect(unmarkCorrection('RÄTTELSE: Koka vattnet.', 'sv')).toBe('Koka vattnet.');
  });

  it('stands after the mark of an exercise', () => {
    const marks = { exercise: true, correction: true };
    const marked = 'ÖVNING ÖVNING. Rättelse: Koka vattnet.\nÖVNING ÖVNING.';
    expect(markText('Koka vattnet.', 'sv', marks)).toBe(marked);
    expect(markText(marked, 'sv', marks)).toBe(marked);
    expect(unmarkCorrection(marked, 'sv')).toBe('ÖVNING ÖVNING. Koka vattnet.\nÖVNING ÖVNING.');
    const inEnglish = markText('Boil the water.', 'en', marks);
    expect(inEnglish).toBe('ÖVNING/EXERCISE. Correction: Boil the water.\nÖVNING/EXERCISE.');
    expect(markText(inEnglish, 'en', marks)).toBe(inEnglish);
  });

  it('leaves a text that is no correction as it is', () => {
    expect(unmarkCorrection('Koka vattnet.', 'sv')).toBe('Koka vattnet.');
  });
});
