import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import type { PublicIncident } from '../bulletin/public-incident.js';
import { alertsGeojson } from './alerts-geojson.js';

const at = new Date('2026-11-29T12:00:00Z');
const polygons: PublishedArea['polygons'] = [
  {
    type: 'Polygon',
    coordinates: [
      [
        [22, 65],
        [23, 65],
        [23, 66],
        [22, 65],
      ],
    ],
  },
];
const place = (name: string, more: Partial<PublishedArea> = {}): PublishedArea => ({
  ...{ name, streets: [], areas: [name], polygons, ...more },
});

/** The properties of an alert to some places. */
function propertiesOf(...places: readonly PublishedArea[]) {
  const messages = places.map((area) => ({ area, sentAt: at, texts: [{ language: 'sv' }] }));
  const incident = { id: 'a', messages, updatedAt: at, expiresAt: at } as unknown as PublicIncident;
  return alertsGeojson([incident], () => '').features[0]!.properties;
}

describe('the place of an alert on a map', () => {
  it('names every area that it touches', () => {
    const everywhere = place('Luleå kommun', { areas: ['Kronan', 'Porsön'] });
    expect(propertiesOf(everywhere, place('Kronan'))).toMatchObject({
      area: 'Luleå kommun, Kronan',
      areas: ['Kronan', 'Porsön'],
    });
  });

  it.each([{ areas: undefined }, { areas: [] }])('says so if that is not known: %j', (unknown) => {
    expect(propertiesOf(place('Kronan'), place('Del av Luleå kommun', unknown)).areas).toBeNull();
  });

  it('says whether the shape is all of it', () => {
    expect(propertiesOf(place('Kronan')).isWhole).toBe(true);
    expect(propertiesOf(place('Kronan'), place('Porsön', { polygons: [] })).isWhole).toBe(false);
    expect(propertiesOf(place('Kronan', { streets: ['Kajen'] })).isWhole).toBe(false);
  });
});
