import { nameOfFew, nameOfMany } from './published-name.js';

const nothing = { wholes: [], parts: [], near: [], without: [] };

describe('the name of a published area', () => {
  it.each([
    ['one area', { wholes: ['Porsön'] }, 'Porsön'],
    [
      'several, in Swedish order',
      { wholes: ['Örnäset', 'Kronan', 'Ängsbyn'] },
      'Kronan, Ängsbyn och Örnäset',
    ],
    ['four', { wholes: ['D', 'C', 'B', 'A'] }, 'A, B, C och D'],
    ['more than four', { wholes: ['F', 'E', 'D', 'C', 'B', 'A'] }, 'A, B, C och 3 områden till'],
    ['part of an area', { parts: ['Porsön'] }, 'Del av Porsön'],
    ['parts of several areas', { parts: ['Porsön', 'Kronan'] }, 'Delar av Kronan och Porsön'],
    ['an area that is also meant in part', { wholes: ['Porsön'], parts: ['Porsön'] }, 'Porsön'],
    ['near a street', { near: [{ street: 'Storgatan', area: 'Porsön' }] }, 'Nära Storgatan (Porsön)'],
    ['near a street outside all areas', { near: [{ street: 'Storgatan' }] }, 'Nära Storgatan'],
    [
      'two things in one street',
      { near: [{ street: 'Storgatan' }, { street: 'Storgatan' }] },
      'Nära Storgatan',
    ],
    [
      'a whole area, parts and something near',
      { wholes: ['Kronan', 'Porsön'], parts: ['Björkskatan'], near: [{ street: 'Storgatan' }] },
      'Kronan och Porsön, del av Björkskatan samt nära Storgatan',
    ],
    [
      'with areas left out',
      { wholes: ['Luleå kommun'], without: ['Porsön', 'Kronan'] },
      'Luleå kommun, utom Kronan och Porsön',
    ],
    ['nothing that may be told', {}, 'Ett område'],
  ])('tells %s', (_, parts, name) => {
    expect(nameOfMany({ ...nothing, ...parts })).toBe(name);
  });

  it.each([
    [['Storgatan'], ['Porsön'], 'Storgatan (Porsön)'],
    [['Storgatan', 'Lillgatan'], ['Porsön', 'Kronan'], 'Lillgatan och Storgatan (Kronan och Porsön)'],
    [['Storgatan'], [], 'Storgatan'],
    [[], ['Porsön'], 'Del av Porsön'],
    [['E', 'D', 'C', 'B', 'A'], [], 'A, B, C och 2 gator till'],
    [[], [], 'Ett område'],
  ])('tells the streets %j in the areas %j', (streets, areas, name) => {
    expect(nameOfFew(streets, areas)).toBe(name);
  });
});
