import fc from 'fast-check';
import { isMarkedAsExercise, markExercise } from './exercise-marking.js';

describe('markExercise', () => {
  it.each<[name: string, language: string, text: string, marked: string]>([
    ['Swedish', 'sv', 'Vattnet stängs av.', 'ÖVNING ÖVNING. Vattnet stängs av.\nÖVNING ÖVNING.'],
    ['English', 'en', 'The water is shut off.', 'ÖVNING/EXERCISE. The water is shut off.\nÖVNING/EXERCISE.'],
    ['another language', 'fi', 'Vesi on poikki.', 'ÖVNING/EXERCISE. Vesi on poikki.\nÖVNING/EXERCISE.'],
    [
      'only the end is missing',
      'sv',
      'ÖVNING! Vattnet stängs av.',
      'ÖVNING! Vattnet stängs av.\nÖVNING ÖVNING.',
    ],
    ['only the beginning is missing', 'sv', 'Vatten. ÖVNING', 'ÖVNING ÖVNING. Vatten. ÖVNING'],
    [
      'a word that begins like it is no mark',
      'sv',
      'ÖVNINGSKÖRNING',
      'ÖVNING ÖVNING. ÖVNINGSKÖRNING\nÖVNING ÖVNING.',
    ],
    ['small letters are no mark', 'sv', 'Övning.', 'ÖVNING ÖVNING. Övning.\nÖVNING ÖVNING.'],
    ['a link at the end stays whole', 'sv', 'Se lulea.se', 'ÖVNING ÖVNING. Se lulea.se\nÖVNING ÖVNING.'],
    ['nothing', 'sv', '', 'ÖVNING ÖVNING.'],
  ])('marks both ends: %s', (_name, language, text, marked) => {
    expect(markExercise(text, language)).toBe(marked);
  });

  it('marks a text only once, even when called again with another language', () => {
    const language = fc.constantFrom('sv', 'en', 'ar');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), language, language, (text, first, second) => {
        const marked = markExercise(text, first);
        expect(isMarkedAsExercise(marked)).toBe(true);
        expect(markExercise(marked, second)).toBe(marked);
      }),
    );
  });

  it('isMarkedAsExercise is false when one or both ends lack the mark', () => {
    expect(isMarkedAsExercise('Vattnet stängs av.')).toBe(false);
    expect(isMarkedAsExercise('ÖVNING. Vattnet stängs av.')).toBe(false);
  });
});
