import { referenceOf } from './geojson-reference.js';

const named = (name: unknown): unknown => ({ type: 'name', properties: { name } });
const at = (...position: number[]): unknown => ({ geometry: { type: 'Point', coordinates: position } });

describe('the reference of a GeoJSON file', () => {
  it.each<[unknown, number]>([
    [named('urn:ogc:def:crs:EPSG::3006'), 3006],
    [named('urn:ogc:def:crs:EPSG:6.9:3006'), 3006],
    [named('EPSG:3006'), 3006],
    [named('epsg:3006'), 3006],
    [named('http://www.opengis.net/def/crs/EPSG/0/3006'), 3006],
    [named('https://www.opengis.net/def/crs/EPSG/0/25833'), 25833],
    [{ type: 'EPSG', properties: { code: 3006 } }, 3006],
    [{ type: 'EPSG', properties: { code: '3006' } }, 3006],
    [named('urn:ogc:def:crs:OGC:1.3:CRS84'), 4326],
    [named('http://www.opengis.net/def/crs/OGC/1.3/CRS84'), 4326],
    [named('OGC:CRS84'), 4326],
    [named('CRS:84'), 4326],
    [named('http://www.opengis.net/gml/srs/epsg.xml#3006'), 3006],
    [named('https://spatialreference.org/ref/epsg/3006/'), 3006],
    [named(' EPSG: 3006 '), 3006],
    [named('urn:ogc:def:crs,crs:EPSG::3006,crs:EPSG::5613'), 3006],
    [{ type: 'EPSG', properties: { code: 'EPSG:3006' } }, 3006],
  ])('%j is read as EPSG:%d', (crs, srid) => {
    expect(referenceOf(crs, at(828_000, 7_294_000))).toEqual({ srid });
  });

  it.each([
    named('SWEREF 99 TM'),
    named(3006),
    named('urn:ogc:def:crs:XEPSG::3006'),
    { type: 'link', properties: { href: 'http://x/3006' } },
    { type: 'EPSG' },
    'EPSG:3006',
  ])('%j is reported as unknown, with its text', (crs) => {
    expect(referenceOf(crs, at(22, 65))).toEqual({ srid: undefined, unknownReference: JSON.stringify(crs) });
  });

  it('is WGS 84 if none is given, unless the first position cannot be in degrees', () => {
    for (const crs of [undefined, null]) {
      expect(referenceOf(crs, at(22, 65))).toEqual({ srid: 4326 });
      expect(referenceOf(crs, undefined)).toEqual({ srid: 4326 });
      expect(referenceOf(crs, at(828_000, 7_294_000))).toEqual({ srid: undefined });
    }
  });
});
