import type { INestApplicationContext } from '@nestjs/common';
import { generateMunicipality } from '../../geo/municipality.js';
import type { MultiPolygon, SyntheticMunicipality } from '../../geo/synthetic-municipality.js';
import type { PhoneRow } from '../directory/phone-row.js';
import { PhoneIntake } from '../directory/registers/phone-intake.repository.js';
import { ReplacePhoneSource } from '../directory/registers/replace-phone-source.js';
import { ImportDataset } from '../places/import/import-dataset.js';
import type {
  AddressRow,
  BackgroundLayer,
  BackgroundRow,
  DatasetLayer,
  PlaceRow,
} from '../places/import/import-row.js';
import { placeKinds, type PlaceKind } from '../places/place-kind.js';
import { PlaceQueries } from '../places/place-queries.repository.js';

/** The source of the demo's places, addresses and phones. */
export const demoSource = 'demo';
/** SRID of the generator's coordinates; the import transforms them to the configured one. */
const generatorSrid = 3006;

export interface DemoOptions {
  readonly seed?: number;
  readonly residents?: number;
}

/**
 * Loads the fictitious municipality into an empty installation. Existing data is not changed, so a call at every start
 * costs only two look-ups. Data that an earlier, interrupted start did not load is loaded now.
 *
 * @returns whether anything was loaded
 */
export async function loadDemoMunicipality(
  app: INestApplicationContext,
  options: DemoOptions = {},
): Promise<boolean> {
  const hasPlaces = await app.get(PlaceQueries, { strict: false }).knowsSource(demoSource);
  const hasPhones = await app.get(PhoneIntake, { strict: false }).knowsSource(demoSource);
  if (hasPlaces && hasPhones) return false;
  const municipality = generateMunicipality(options);
  if (!hasPlaces)
    await app
      .get(ImportDataset, { strict: false })
      .run({ source: demoSource, layers: layersOf(municipality) });
  if (!hasPhones)
    await app
      .get(ReplacePhoneSource, { strict: false })
      .run({ source: demoSource, rows: phoneRowsOf(municipality) });
  return true;
}

function layersOf({ places, addresses, decor }: SyntheticMunicipality): DatasetLayer[] {
  const layers: DatasetLayer[] = placeKinds.map((kind: PlaceKind) => ({
    kind,
    name: kind,
    srid: generatorSrid,
    rows: places
      .filter((place) => place.kind === kind)
      .map(({ sourceKey, name, polygons }): PlaceRow => ({
        key: sourceKey,
        name,
        geometry: multiPolygon(polygons),
      })),
  }));
  layers.push({
    kind: 'address',
    name: 'address',
    srid: generatorSrid,
    rows: addresses.map((address): AddressRow => ({
      key: address.sourceKey,
      street: address.street,
      number: [address.number, address.letter].filter(Boolean).join(' '),
      postalCode: address.postalCode,
      locality: address.locality,
      propertyKey: address.propertyKey,
      point: { type: 'Point', coordinates: address.point },
    })),
  });
  const water = decor.water.map(({ polygons }) => ({ geometry: multiPolygon(polygons) }));
  const streets = decor.streets.map(({ name, line }) => ({
    name,
    geometry: { type: 'LineString', coordinates: line },
  }));
  return [...layers, background('water', water), background('street', streets)];
}

const background = (kind: BackgroundLayer['kind'], rows: readonly BackgroundRow[]): BackgroundLayer => ({
  kind,
  name: kind,
  srid: generatorSrid,
  rows,
});

const multiPolygon = (polygons: MultiPolygon): object => ({ type: 'MultiPolygon', coordinates: polygons });

function* phoneRowsOf({ phones, residences }: SyntheticMunicipality): Generator<PhoneRow> {
  const byNumber = new Map(phones.map((phone) => [phone.e164, phone]));
  for (const residence of residences) {
    const phone = byNumber.get(residence.e164);
    if (!phone) throw new Error(`the generator placed a phone it did not make: ${residence.addressKey}`);
    yield {
      e164: phone.e164,
      kind: phone.kind,
      language: phone.language,
      generated: phone.generated,
      objects: phone.objection,
      quarantine: phone.quarantined,
      addressKey: residence.addressKey,
      role: residence.role,
      household: residence.household,
      protected: residence.protected,
    };
  }
}
