import type { DataSource } from 'typeorm';
import type { Clock } from '../../src/kernel/clock.js';
import { AddressIntake } from '../../src/places/import/address-intake.repository.js';
import { AddressMembership } from '../../src/places/import/address-membership.repository.js';
import { BackgroundIntake } from '../../src/places/import/background-intake.repository.js';
import { DatasetIntake } from '../../src/places/import/dataset-intake.js';
import { ImportDataset } from '../../src/places/import/import-dataset.js';
import type { AddressRow, DatasetLayer, PlaceLayer, PlaceRow } from '../../src/places/import/import-row.js';
import { PlaceIntake } from '../../src/places/import/place-intake.repository.js';

/** The origin of the coordinates in tests, in metres of EPSG:3006: a point in Luleå. */
export const corner = { x: 828_000, y: 7_294_000 };
export type Ring = [number, number][];
export const ringOf = (x: number, y: number, size: number): Ring => [
  [corner.x + x, corner.y + y],
  [corner.x + x + size, corner.y + y],
  [corner.x + x + size, corner.y + y + size],
  [corner.x + x, corner.y + y + size],
  [corner.x + x, corner.y + y],
];
export const square = (x: number, y: number, size = 100) => ({
  type: 'Polygon',
  coordinates: [ringOf(x, y, size)],
});
export const pointAt = (x: number, y: number) => ({
  type: 'Point',
  coordinates: [corner.x + x, corner.y + y],
});
export const polygon = (...ring: Ring) => ({
  type: 'Polygon',
  coordinates: [ring.map(([x, y]) => [corner.x + x, corner.y + y])],
});

export const layer = (
  kind: PlaceLayer['kind'],
  rows: PlaceRow[],
  more: Partial<PlaceLayer> = {},
): PlaceLayer => ({
  kind,
  name: kind,
  srid: 3006,
  rows,
  ...more,
});
export const properties = (rows: PlaceRow[], more: Partial<PlaceLayer> = {}) => layer('property', rows, more);
export const addresses = (rows: AddressRow[]): DatasetLayer => ({
  kind: 'address',
  name: 'address',
  srid: 3006,
  rows,
});
export const home = (key: string, propertyKey?: string, more: Partial<AddressRow> = {}): AddressRow => ({
  key,
  street: 'Storgatan',
  number: key,
  propertyKey,
  ...more,
});

export const importerOn = (db: DataSource, clock: Clock): ImportDataset =>
  new ImportDataset(
    db,
    clock,
    new DatasetIntake(new PlaceIntake(), new AddressIntake(), new BackgroundIntake()),
    new AddressMembership(),
  );
