import type { Feature, Point } from 'geojson';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { csvPieces, type Row, type Separator } from './csv-table.js';
import { inPieces, jsonPieces } from './in-pieces.js';
import type { UnreachedAddress } from './unreached.repository.js';

/**
 * The first column is the place in the walking order, as on the letterbox notes. A house number is part of the address.
 */
const columns: Readonly<Record<InterfaceLanguage, readonly string[]>> = {
  sv: ['ordning', 'adress', 'postnummer', 'postort', 'fastighet', 'longitud', 'latitud'],
  en: ['order', 'address', 'postal code', 'locality', 'property', 'longitude', 'latitude'],
};

/** For example `Storgatan 12 B`. One cell, because a spreadsheet would turn some separate numbers into dates. */
export const streetAndNumber = ({ street, number }: Pick<UnreachedAddress, 'street' | 'number'>): string =>
  number === '' ? street : `${street} ${number}`;

/** The addresses in the given order, numbered from 1 like the letterbox notes. In pieces, because there may be many. */
export const unreachedCsv = (
  addresses: readonly UnreachedAddress[],
  language: InterfaceLanguage,
  separator: Separator,
): AsyncGenerator<string> =>
  csvPieces(columns[language], inPieces(addresses), (address, n) => rowOf(address, n, separator), separator);

const rowOf = (
  { point: [longitude, latitude], ...address }: UnreachedAddress,
  n: number,
  separator: Separator,
): Row => [
  n + 1,
  streetAndNumber(address),
  address.postalCode ?? '',
  address.locality ?? '',
  address.property ?? '',
  decimal(longitude, separator),
  decimal(latitude, separator),
];

// A spreadsheet that expects semicolons expects a decimal comma.
const decimal = (n: number, separator: Separator): string =>
  separator === 'semicolon' ? String(n).replace('.', ',') : String(n);

/** The addresses as map points (RFC 7946): a feature collection, in pieces. */
export const unreachedPoints = (addresses: readonly UnreachedAddress[]): AsyncGenerator<string> =>
  jsonPieces(features(addresses), ['{"type":"FeatureCollection","features":', '}']);

async function* features(
  addresses: readonly UnreachedAddress[],
): AsyncGenerator<Feature<Point, { readonly name: string }>[]> {
  for await (const some of inPieces(addresses))
    yield some.map((address) => ({
      type: 'Feature',
      id: address.id,
      properties: { name: streetAndNumber(address) },
      geometry: { type: 'Point', coordinates: [...address.point] },
    }));
}
