import { newId } from '../../kernel/ids.js';
import type { IncomingAddress } from './address-intake.repository.js';
import type { IncomingPlace } from './place-intake.repository.js';
import type { IncomingBackground } from './background-intake.repository.js';
import { checkGeometry, type GeometryFamily } from './check-geometry.js';
import { foldForSearch } from '../search/fold-for-search.js';
import type { RowNote, RowReason } from './import-account.js';
import type {
  AddressLayer,
  AddressRow,
  BackgroundLayer,
  BackgroundRow,
  PlaceLayer,
  PlaceRow,
} from './import-row.js';
import { geographic } from '../reading/source-file.js';

/** A row that can be staged, or why it can't. */
export type Taken<T> = { readonly incoming: T } | { readonly note: RowNote };

/** What is said of a row that is taken all the same. */
export interface Remark {
  readonly code: RowReason;
  readonly detail?: string | undefined;
}

const given = (text: string | undefined): string | undefined => text?.trim() || undefined;

interface Origin {
  readonly layer: { readonly name: string; readonly srid?: number | undefined };
  readonly row: number;
  readonly key?: string | undefined;
}

const refused = ({ layer, row, key }: Origin, code: RowReason, detail?: string): { note: RowNote } => ({
  note: { layer: layer.name, row, key, action: 'refused', code, detail },
});

/** The geometry as text for the database, or the refusal of its row. */
function takeGeometry(
  value: unknown,
  family: GeometryFamily,
  origin: Origin,
): { text: string } | { note: RowNote } {
  const checked = checkGeometry(value, family, (origin.layer.srid ?? geographic) === geographic);
  if ('fault' in checked) return refused(origin, checked.fault, checked.detail);
  return { text: JSON.stringify(checked.geometry) };
}

export function takePlace(layer: PlaceLayer, row: number, place: PlaceRow): Taken<IncomingPlace> {
  const key = given(place.key);
  if (!key) return refused({ layer, row }, 'key-missing');
  const geometry = takeGeometry(place.geometry, 'polygons', { layer, row, key });
  if ('note' in geometry) return geometry;
  const name = given(place.name) ?? key;
  return {
    incoming: {
      id: newId(),
      layer: layer.name,
      row,
      kind: layer.kind,
      key,
      name,
      searchName: foldForSearch(name),
      grouped: layer.grouped ?? false,
      blockKey: given(place.blockKey) ?? null,
      geometry: geometry.text,
    },
  };
}

export function takeAddress(layer: AddressLayer, row: number, address: AddressRow): Taken<IncomingAddress> {
  const key = given(address.key);
  if (!key) return refused({ layer, row }, 'key-missing');
  const street = given(address.street);
  if (!street) return refused({ layer, row, key }, 'street-missing');
  const hasPoint = address.point !== undefined && address.point !== null;
  const point = hasPoint ? takeGeometry(address.point, 'point', { layer, row, key }) : undefined;
  if (point && 'note' in point) return point;
  const number = given(address.number) ?? '';
  const locality = given(address.locality) ?? null;
  return {
    incoming: {
      id: newId(),
      layer: layer.name,
      row,
      key,
      street,
      number,
      postalCode: given(address.postalCode) ?? null,
      locality,
      searchName: foldForSearch([street, number, locality].filter(Boolean).join(' ')),
      propertyKey: given(address.propertyKey) ?? null,
      point: point?.text ?? null,
    },
  };
}

export function takeBackground(
  layer: BackgroundLayer,
  row: number,
  feature: BackgroundRow,
): Taken<IncomingBackground> {
  const geometry = takeGeometry(feature.geometry, 'background', { layer, row });
  if ('note' in geometry) return geometry;
  return {
    incoming: {
      layer: layer.name,
      row,
      kind: layer.kind,
      name: given(feature.name) ?? null,
      geometry: geometry.text,
    },
  };
}
