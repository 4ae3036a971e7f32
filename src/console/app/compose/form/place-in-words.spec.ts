import type { ChosenPlace } from './form.js';
import { placeInEnglish, placeInWords } from './place-in-words.js';

const place = (kind: ChosenPlace['kind'], name: string, more: Partial<ChosenPlace> = {}): ChosenPlace => ({
  id: name,
  kind,
  name,
  boundingBox: [0, 0, 1, 1],
  saved: false,
  ...more,
});
const area = { places: [], near: [], minus: [] };
const point = { geometry: { type: 'Point' as const, coordinates: [22, 65] }, metres: 100 };
const square = { type: 'Polygon' as const, coordinates: [] };
const partly = {
  areas: [
    { id: 'a1', name: 'Porsön', isWhole: false },
    { id: 'a2', name: 'Björkskatan', isWhole: true },
  ],
  elsewhere: false,
};
const house = place('property', 'Innerstaden 1:11', { address: 'Storgatan 12 A' });

describe('the place of a template', () => {
  it.each([
    [{ places: [house] }, 'Storgatan 12 A', 'Storgatan 12 A'],
    [{ places: [place('property', 'Alavik 1:1')] }, 'fastigheten Alavik 1:1', 'property Alavik 1:1'],
    [{ places: [place('block', 'Linden')] }, 'kvarteret Linden', 'the Linden block'],
    [{ places: [place('block', 'Kv Linden')] }, 'Kv Linden', 'the Kv Linden block'],
    [{ places: [place('area', 'Alavik')] }, 'Alavik', 'Alavik'],
    [{ places: [place('municipality', 'Luleå kommun')] }, 'hela Luleå kommun', 'all of Luleå kommun'],
    [{ places: [place('block', 'Min yta', { saved: true })] }, 'Min yta', 'Min yta'],
    [
      { near: [{ ...point, name: 'Storgatan 3' }] },
      '100 meter runt Storgatan 3',
      'within 100 metres of Storgatan 3',
    ],
    [
      { places: [place('area', 'Alavik')], minus: [place('block', 'Linden')] },
      'Alavik, utom kvarteret Linden',
      'Alavik, except the Linden block',
    ],
  ])('case %#: the place is written in Swedish and in English', (chosen, swedish, english) => {
    expect(placeInWords({ ...area, ...chosen }, 'sv')).toBe(swedish);
    expect(placeInWords({ ...area, ...chosen }, 'en')).toBe(english);
  });

  it('an area that is chosen whole is not named again for what was drawn in it', () => {
    const porson = place('area', 'Porsön', { id: 'a1' });
    const chosen = { ...area, places: [porson], polygon: square, drawnIn: partly };
    expect(placeInWords(chosen, 'sv')).toBe('Porsön och Björkskatan');
    const only = { ...partly, areas: partly.areas.slice(0, 1) };
    expect(placeInWords({ ...chosen, drawnIn: only }, 'sv')).toBe('Porsön');
  });

  it.each([
    [
      'a drawing in unknown areas',
      { places: [house], polygon: { type: 'Polygon' as const, coordinates: [] } },
    ],
    ['a spot without a name', { places: [house], near: [point] }],
    ['more than three places', { places: ['A', 'B', 'C', 'D'].map((name) => place('area', name)) }],
    ['nothing', {}],
  ])('the place is left to the writer for %s', (_what, chosen) => {
    expect(placeInWords({ ...area, ...chosen }, 'sv')).toBeUndefined();
  });

  it.each([
    ['sv', 'delar av Porsön och Björkskatan'],
    ['en', 'parts of Porsön and Björkskatan'],
    ['fi', 'osia alueesta Porsön ja Björkskatan'],
    ['se', 'oasit: Porsön ja Björkskatan'],
    ['ar', 'أجزاء من Porsön وBjörkskatan'],
    ['so', 'qaybo ka mid ah Porsön iyo Björkskatan'],
  ])('a drawing is named by the areas that it has addresses of, in %s', (language, words) => {
    expect(placeInWords({ ...area, polygon: square, drawnIn: partly }, language)).toBe(words);
  });

  it('a drawing has no name when some of its addresses are in no area', () => {
    const drawnIn = { ...partly, elsewhere: true };
    expect(placeInWords({ ...area, polygon: square, drawnIn }, 'sv')).toBeUndefined();
    expect(
      placeInWords({ ...area, polygon: square, drawnIn: { areas: [], elsewhere: false } }, 'sv'),
    ).toBeUndefined();
  });

  it('a drawing that was removed again leaves no name behind', () => {
    expect(placeInWords({ ...area, places: [house], drawnIn: partly }, 'sv')).toBe('Storgatan 12 A');
  });

  it('a block has its word where the language has one', () => {
    const linden = { ...area, places: [place('block', 'Linden')] };
    const said = ['fi', 'se', 'uk'].map((language) => placeInWords(linden, language));
    expect(said).toEqual(['kortteli Linden', 'Linden', 'Linden']);
  });

  it.each([
    ['Storgatan 12 och kvarteret Linden', 'Storgatan 12 and the Linden block'],
    ['hela kommunen', 'the whole municipality'],
    ['hela Alavik, utom fastigheten Alavik 1:1', 'all of Alavik, except property Alavik 1:1'],
    ['delar av Alavik', 'parts of Alavik'],
    ['50 meter runt Kyrkogatan 8', 'within 50 metres of Kyrkogatan 8'],
  ])('the place is translated to English where the user wrote it in Swedish: %s', (swedish, english) => {
    expect(placeInEnglish(swedish)).toBe(english);
  });
});
