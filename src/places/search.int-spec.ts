import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { AddressQueries } from './address-queries.repository.js';
import { PlaceQueries } from './place-queries.repository.js';
import { foldForSearch } from './search/fold-for-search.js';
import { NameParts } from './search/name-parts.repository.js';
import { SearchNames } from './search/search-names.js';

// Also on the embedded database (postgis): the trigram extension is another build.
describe('searching for what people paste', () => {
  let db: DataSource;
  let addresses: AddressQueries;
  let places: PlaceQueries;

  const addAddress = (street: string, number: string, postalCode = '972 31', locality = 'Luleå') =>
    db.query(
      `INSERT INTO address (id, source, source_key, street, number, postal_code, locality, search_name, point, point_source)
       VALUES ($1::uuid, 'test', $1::uuid::text, $2, $3, $4, $5, $6, ST_SetSRID(ST_MakePoint(828000, 7294000), 3006), 'own')`,
      [
        newId(),
        street,
        number,
        postalCode,
        locality,
        foldForSearch([street, number, locality].filter(Boolean).join(' ')),
      ],
    );
  const addPlace = (kind: string, name: string) =>
    db.query(
      `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
       VALUES ($1::uuid, $2, $3, $4, 'test', $1::uuid::text, ST_Multi(ST_MakeEnvelope(828000, 7294000, 828100, 7294100, 3006)))`,
      [newId(), kind, name, foldForSearch(name)],
    );

  beforeAll(async () => {
    db = await openTestDatabase();
    const names = new SearchNames(new NameParts(db));
    addresses = new AddressQueries(db, names);
    places = new PlaceQueries(db, names);
    for (let number = 1; number <= 40; number++) await addAddress('Storgatan', String(number));
    for (const number of ['1', '2', '3', '5']) await addAddress('Storgatan', number, '955 31', 'Råneå');
    for (const number of ['12 A', '12 B', '12 C']) await addAddress('Storgatan', number);
    for (const number of ['3', '3A', '3B']) await addAddress('Örnvägen', number, '977 54');
    await addAddress('Lilla Storgatan', '3');
    await addAddress('Björkgatan', '3-5', '972 40');
    await addAddress('Alléstigen', '5', '973 40');
    await addAddress('Avägen', '1', '974 34');
    await addAddress('Åvägen', '1', '974 34');
    await addAddress('Hoby Mosse', '351', '975 91');
    await addAddress('Sundom Norrgården', '', '975 92');
    await addPlace('municipality', 'Luleå kommun');
    for (const area of ['Asen', 'Åsen', 'Örnäset']) await addPlace('area', area);
    for (const property of ['PORSÖN 1:405', 'PORSÖN 1:406', 'PORSÖN s:21', 'HERTSÖN 1:405', 'PORSÖN 11:405'])
      await addPlace('property', property);
    await addPlace('property', 'ÖRNÄSET 2:7');
  });
  afterAll(() => db.destroy());

  const found = async (q: string) =>
    (await addresses.search(q, 8)).map(({ name, locality }) => `${name} ${locality}`);

  it.each([
    ['Storgatan 37', ['Storgatan 37 Luleå']],
    ['Storgatan 37, 972 31 Luleå', ['Storgatan 37 Luleå']],
    ['Storgatan 37 97231', ['Storgatan 37 Luleå']],
    ['Storgatan 3, 972 31 Luleå', ['Storgatan 3 Luleå', 'Lilla Storgatan 3 Luleå']],
    ['Storgatan 3, 972 31 Luleå, Sverige', ['Storgatan 3 Luleå', 'Lilla Storgatan 3 Luleå']],
    ['Storgatan 3, 955 31 Råneå', ['Storgatan 3 Råneå']],
    ['STORGATAN 3 RÅNEÅ', ['Storgatan 3 Råneå']],
    ['Storgatan 37, 999 99 Luleå', ['Storgatan 37 Luleå']],
    ['storgatan 12A', ['Storgatan 12 A Luleå']],
    ['Storgatan 12 A', ['Storgatan 12 A Luleå']],
    ['Storgatan 12 a, 972 31 Luleå', ['Storgatan 12 A Luleå']],
    ['Örnvägen 3 A', ['Örnvägen 3A Luleå']],
    ['Örnvägen 3a', ['Örnvägen 3A Luleå']],
    ['Storgatan 37 F', ['Storgatan 37 Luleå']],
    ['Storgatan 37 tr 2', ['Storgatan 37 Luleå']],
    ['Storgatan 37 A, 2tr, 972 31 LULEÅ', ['Storgatan 37 Luleå']],
    ['Storgatan 37/39', ['Storgatan 37 Luleå']],
    ['Hoby Mosse 35 A', []],
    ['Storgatan port 99', []],
    ['Björkgatan 3-5', ['Björkgatan 3-5 Luleå']],
    ['Björkgatan 4', ['Björkgatan 3-5 Luleå']],
    ['c/o Andersson, Storgatan 37', ['Storgatan 37 Luleå']],
    ['Storgatan 37 lgh 1203', ['Storgatan 37 Luleå']],
    ['Storgatan 37 (gula huset)', ['Storgatan 37 Luleå']],
    ['Storgatan37', ['Storgatan 37 Luleå']],
    ['Storgtan 37, 972 31 Luleå', ['Storgatan 37 Luleå']],
    ['Åvägen 1', ['Åvägen 1 Luleå', 'Avägen 1 Luleå']],
    ['Avägen 1', ['Avägen 1 Luleå', 'Åvägen 1 Luleå']],
    ['973 40', ['Alléstigen 5 Luleå']],
    ['97340', ['Alléstigen 5 Luleå']],
    ['Sundom Norrgården, 975 92 Luleå', ['Sundom Norrgården Luleå']],
    ['Hoby Mosse 351 975 91 Luleå Sverige', ['Hoby Mosse 351 Luleå']],
    ['Storgatan 99', []],
    ['Storgatan 37 lgh B1102', ['Storgatan 37 Luleå']],
    ['lgh 1102, Storgatan 37', ['Storgatan 37 Luleå']],
    ['Storgatan 37, 1102', ['Storgatan 37 Luleå']],
    ['Storgatan 37, hus 2, ingång B', ['Storgatan 37 Luleå']],
    ['Storgatan-37', ['Storgatan 37 Luleå']],
    ['Storgatan #37', ['Storgatan 37 Luleå']],
    ['Stor gatan 37', ['Storgatan 37 Luleå']],
    ['storg. 37', ['Storgatan 37 Luleå']],
    ['Örn v. 3 A', ['Örnvägen 3A Luleå']],
    ['37 Storgatan', ['Storgatan 37 Luleå']],
    ['12A Storgatan', ['Storgatan 12 A Luleå']],
    ['Storgatan 36 och 37', ['Storgatan 36 Luleå', 'Storgatan 37 Luleå']],
    ['Storgatan 36, 37 & 38', ['Storgatan 36 Luleå', 'Storgatan 37 Luleå', 'Storgatan 38 Luleå']],
    ['Storgatan 36 - 38', ['Storgatan 36 Luleå', 'Storgatan 38 Luleå']],
    ['Storgatan 36-99', ['Storgatan 36 Luleå']],
    ['Storgatan 1 och 2, 955 31 Råneå', ['Storgatan 1 Råneå', 'Storgatan 2 Råneå']],
    ['Storgatan 12 A-C', ['Storgatan 12 A Luleå', 'Storgatan 12 B Luleå', 'Storgatan 12 C Luleå']],
    ['Storgatan 12A–12C', ['Storgatan 12 A Luleå', 'Storgatan 12 B Luleå', 'Storgatan 12 C Luleå']],
    ['Storgatan 12 A och B', ['Storgatan 12 A Luleå', 'Storgatan 12 B Luleå']],
    ['Örnvägen 3A, 3B', ['Örnvägen 3A Luleå', 'Örnvägen 3B Luleå']],
    ['Storgatan 37\nAlléstigen 5', ['Storgatan 37 Luleå', 'Alléstigen 5 Luleå']],
    ['Storgatan 37, 972 31 Luleå; Alléstigen 5, 973 40 Luleå', ['Storgatan 37 Luleå', 'Alléstigen 5 Luleå']],
    ['Anna Ek\nStorgatan 37\nlgh 1102\n972 31 Luleå', ['Storgatan 37 Luleå']],
    ['Storgatan 37 Alléstigen 5', ['Storgatan 37 Luleå', 'Alléstigen 5 Luleå']],
    ['Storgatan 37 972 31 Luleå Alléstigen 5 973 40 Luleå', ['Storgatan 37 Luleå', 'Alléstigen 5 Luleå']],
    ['Storgatan 12-A', ['Storgatan 12 A Luleå']],
    ['Storgatan 037', ['Storgatan 37 Luleå']],
    ['36-99 Storgatan', ['Storgatan 36 Luleå']],
    ['36 och 37 Storgatan', ['Storgatan 36 Luleå', 'Storgatan 37 Luleå']],
    ['Storgatan 36 till 38', ['Storgatan 36 Luleå', 'Storgatan 38 Luleå']],
    ['Storgatan 37 Luleå, Storgatan 5 Råneå', ['Storgatan 37 Luleå', 'Storgatan 5 Råneå']],
    ['36 och 99', []],
    ['Storgatan 37 och kyrkan', ['Storgatan 37 Luleå']],
    ['Finnsvägen 3, Luleå', []],
    ['Box 3, 972 31 Luleå', []],
    ['3 Finnsvägen Luleå', []],
    ['Storgatan 99, 972 31 Luleå', []],
    ['Alléstigen 15', []],
  ])('finds for "%s" the expected addresses, and no other number', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it.each([
    ['Storgatan 3', 'Storgatan 3 Luleå'],
    ['Storgatan 3-5', 'Storgatan 3 Luleå'],
    ['Storgatan 3;', 'Storgatan 3 Luleå'],
    ['Storg. 3', 'Storgatan 3 Luleå'],
    ['Örnvägen 3', 'Örnvägen 3 Luleå'],
  ])('finds for "%s" the exact number first, as more digits may follow', async (q, first) => {
    expect((await found(q))[0]).toBe(first);
  });

  it.each([
    ['PORSÖN 1:405', ['PORSÖN 1:405']],
    ['LULEÅ PORSÖN 1:405', ['PORSÖN 1:405']],
    ['Luleå kommun PORSÖN 1:405', ['PORSÖN 1:405']],
    ['Fastighet Porsön 1:405', ['PORSÖN 1:405']],
    ['Fastigheten Luleå Porsön 1:405', ['PORSÖN 1:405']],
    ['Porsön1:405', ['PORSÖN 1:405']],
    ['Porsön 1 : 405', ['PORSÖN 1:405']],
    ['PORSÖN 1:405>2', ['PORSÖN 1:405']],
    ['Porsön S:21', ['PORSÖN s:21']],
    ['Porsön 1:40', ['PORSÖN 1:405', 'PORSÖN 1:406']],
    ['Porsön 1:7', []],
    ['LULEÅ PORSÖN 1>405', ['PORSÖN 1:405']],
    ['Porsön 1.405', ['PORSÖN 1:405']],
    ['Örnäset 2/7', ['ÖRNÄSET 2:7']],
    ['Örnäset 2-7', ['ÖRNÄSET 2:7']],
    ['Porsön 1:405, 1:406', ['PORSÖN 1:405', 'PORSÖN 1:406']],
    ['Fastigheterna Porsön 1:405, 406', ['PORSÖN 1:405', 'PORSÖN 1:406']],
    ['Porsön S:21 och 1:405', ['PORSÖN s:21', 'PORSÖN 1:405']],
    ['Porsön 1:405 1:406', ['PORSÖN 1:405', 'PORSÖN 1:406']],
    ['Porsön 1:405-406', ['PORSÖN 1:405', 'PORSÖN 1:406']],
    ['Porsön 1:405, Hertsön 1:405', ['PORSÖN 1:405', 'HERTSÖN 1:405']],
    ['Porsön 1:405 samt Örnäset 2:7 m.fl.', ['PORSÖN 1:405', 'ÖRNÄSET 2:7']],
    ['Åsen', ['Åsen', 'Asen']],
    ['Asen', ['Asen', 'Åsen']],
    ['O\u0308rna\u0308set 2:7', ['ÖRNÄSET 2:7']],
  ])('finds for "%s" the expected places, and no other number', async (q, expected) => {
    expect((await places.search({ q, limit: 8 })).map(({ name }) => name)).toEqual(expected);
  });
});
