import { concerning } from './concerns.js';
import type { Incident } from './feed.js';

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
];
const incident = (
  area: string,
  more: Partial<Incident['properties']> = {},
  at?: readonly [number, number],
): Incident => ({
  geometry: at ? { coordinates: [square(...at)] } : null,
  properties: {
    ...{ id: area, texts: [], area, areas: [area], streets: [], isWhole: at !== undefined },
    ...{ updated: '', over: null, ...more },
  },
});
const names = (incidents: readonly Incident[]) => incidents.map(({ properties }) => properties.area);

describe('what the widget shows for a place', () => {
  const kronan = incident('Kronan', {}, [22, 65]);
  const porson = incident('Porsön, Kronan norra', {}, [24, 65]);
  const inWords = incident('Storgatan', { streets: ['Storgatan'] });

  it('is everything if no place is given', () => {
    expect(names(concerning([kronan, porson, inWords], {}))).toEqual([
      'Kronan',
      'Porsön, Kronan norra',
      'Storgatan',
    ]);
    expect(concerning([kronan], { near: 'here' })).toEqual([kronan]);
  });

  it('is what names the area or a street of it', () => {
    expect(names(concerning([kronan, porson, inWords], { area: ' kronan ' }))).toEqual([
      'Kronan',
      'Porsön, Kronan norra',
    ]);
    expect(names(concerning([kronan, inWords], { area: 'storgatan' }))).toEqual(['Storgatan']);
  });

  it('is what touches the area, though its name does not tell it', () => {
    const everywhere = incident('Luleå kommun', { areas: ['Kronan', 'Porsön'] });
    const many = incident('Bergnäset, Hertsön, Kronan och 2 områden till', {
      areas: ['Bergnäset', 'Hertsön', 'Kronan', 'Mjölkudden', 'Porsön'],
    });
    const unknown = incident('Ett område', { areas: null });
    expect(concerning([everywhere, many, unknown, kronan], { area: 'Porsön' })).toEqual([
      everywhere,
      many,
      unknown,
    ]);
  });

  it('is what covers the point, latitude first, and what can’t be ruled out', () => {
    expect(names(concerning([kronan, porson, inWords], { near: '65.5,22.5' }))).toEqual([
      'Kronan',
      'Storgatan',
    ]);
    expect(names(concerning([kronan, porson], { near: '22.5, 65.5' }))).toEqual([]);
    const partly = incident('Delvis', { isWhole: false }, [22, 65]);
    expect(names(concerning([partly], { near: '60,10' }))).toEqual(['Delvis']);
  });
});
