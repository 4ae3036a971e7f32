import type { Settings } from '../../api/answers.js';
import { emptyForm } from '../form/form.js';
import { sharesOf } from './shares-of.js';

const settings = {
  municipality: { name: 'Luleå kommun', boundingBox: null },
  prices: { segmentOre: 40, callOre: 100 },
  voices: ['sv', 'en'],
} as unknown as Settings;

describe('the languages of a form that is being written', () => {
  it('have the parts and the cost of the texts as they will be sent', () => {
    const texts = [
      { language: 'sv', sms: 'Koka vattnet på Örnäset.' },
      { language: 'so', sms: 'Biyaha karkari. '.repeat(12) },
    ];
    const languages = [
      { language: 'sv', phones: { mobile: 100, landline: 3 } },
      { language: 'so', phones: { mobile: 10, landline: 1 } },
    ];
    expect(sharesOf({ ...emptyForm, texts }, languages, settings)).toEqual([
      { language: 'sv', phones: 103, own: 103, segments: 100, calls: 3, costOre: 4300, callsIn: 'sv' },
      { language: 'so', phones: 11, own: 11, segments: 20, calls: 1, costOre: 900, callsIn: 'sv' },
    ]);
  });
});
