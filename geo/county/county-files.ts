import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { County, CountyPlace } from './county.js';

export interface CountyFiles {
  /** Paths of the profiles for `import` and `import-phones`. */
  readonly places: string;
  readonly phones: string;
}

/**
 * Writes a county in the form in which a municipality gets its data, with the profiles that say which column is what.
 * Places are GeoJSON with one feature per line in SWEREF 99 TM; each polygon of a property is a feature of its own.
 * Addresses and phones are CSV.
 */
export async function writeCounty(county: County, folder: string): Promise<CountyFiles> {
  const write = (file: string, lines: Iterable<string>) =>
    pipeline(Readable.from(chunks(lines)), createWriteStream(path.join(folder, file)));
  await write('municipality.geojsonl', features([county.municipality]));
  await write('areas.geojsonl', features(county.areas()));
  await write('blocks.geojsonl', features(county.blocks()));
  await write('properties.geojsonl', polygons(county.properties()));
  await write('addresses.csv', addressLines(county));
  await write('phones.csv', phoneLines(county));
  const [places, phones] = [path.join(folder, 'county.yaml'), path.join(folder, 'phones.yaml')];
  await writeFile(places, placesProfile);
  await writeFile(phones, phonesProfile);
  return { places, phones };
}

const placesProfile = `
source: county
layers:
  - kind: municipality
    file: municipality.geojsonl
    crs: EPSG:3006
    columns: { key: key, name: name }
  - kind: area
    file: areas.geojsonl
    crs: EPSG:3006
    columns: { key: key, name: name }
  - kind: block
    file: blocks.geojsonl
    crs: EPSG:3006
    columns: { key: key, name: name }
  - kind: property
    file: properties.geojsonl
    crs: EPSG:3006
    group: true
    columns:
      key: registerenhetsreferens
      name: { from: '{trakt} {etikett}', matching: '^([^>]+)' }
  - kind: address
    file: addresses.csv
    crs: EPSG:3006
    columns:
      key: objektidentitet
      street: adressomrade
      number: adressplatsnummer
      postalCode: postnummer
      locality: postort
      property: registerenhetsreferens
      x: e
      y: n
`;

const phonesProfile = `
source: county-phones
addresses: county
phones:
  file: phones.csv
  columns:
    number: number
    addressKey: address
    role: role
    household: household
    language: language
    protected: protected
    objects: objects
`;

function* features(places: Iterable<CountyPlace>): Generator<string> {
  for (const { key, name, geometry } of places)
    yield JSON.stringify({ type: 'Feature', properties: { key, name }, geometry });
}

/** `Porsön 12:7` with two polygons becomes the features 12:7>1 and 12:7>2. */
function* polygons(properties: Iterable<CountyPlace>): Generator<string> {
  for (const { key, name, geometry } of properties) {
    const [, trakt, unit] = /^(.+) (\S+)$/.exec(name)!;
    for (const [at, coordinates] of geometry.coordinates.entries())
      yield JSON.stringify({
        type: 'Feature',
        properties: { registerenhetsreferens: key, trakt, etikett: `${unit}>${at + 1}` },
        geometry: { type: 'Polygon', coordinates },
      });
  }
}

/** No value contains a comma or a quotation mark. */
function* addressLines(county: County): Generator<string> {
  yield 'objektidentitet,adressomrade,adressplatsnummer,postnummer,postort,registerenhetsreferens,e,n';
  for (const { key, street, number, postalCode, locality, propertyKey, point } of county.addresses())
    yield [key, street, number, postalCode, locality, propertyKey, ...point.coordinates].join(',');
}

function* phoneLines(county: County): Generator<string> {
  yield 'number,address,role,household,language,protected,objects';
  for (const phone of county.phones()) {
    const { e164, addressKey, role, household, language } = phone;
    yield [e164, addressKey, role, household, language, yes(phone.protected), yes(phone.objects)].join(',');
  }
}

const yes = (it: boolean): string => (it ? 'ja' : '');

const linesAtOnce = 1000;

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < linesAtOnce) continue;
    yield `${chunk.join('\n')}\n`;
    chunk = [];
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}
