import { newId } from '../../kernel/ids.js';
import type { IncomingAddress } from './address-intake.repository.js';
import type { IncomingPlace } from './place-intake.repository.js';
import type { IncomingBackground } from './background-intake.repository.js';
import { checkGeometry, type GeometryFamily } from './check-geometry.js';
import { readName } from './imported-name.js';
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
import { isPlaceholder } from './position-sample.js';
import { geographic } from '../reading/source-file.js';
import { isReformatted } from '../../platform/tables/reformatted.js';

/** A remark on a row that is taken all the same. */
export interface Remark {
  readonly action: 'noted' | 'repaired';
  readonly code: RowReason;
  readonly detail?: string | undefined;
}

/** A row that can be staged, or why it can't. */
export type Taken<T> =
  { readonly incoming: T; readonly remarks?: readonly Remark[] } | { readonly note: RowNote };

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
): { text: string; remarks: Remark[] } | { note: RowNote } {
  const checked = checkGeometry(value, family, (origin.layer.srid ?? geographic) === geographic);
  if ('fault' in checked) return refused(origin, checked.fault, checked.detail);
  const remarks: Remark[] = checked.leftovers ? [{ action: 'repaired', code: 'geometry-leftover' }] : [];
  return { text: JSON.stringify(checked.geometry), remarks };
}

/** The key of a row, or the refusal of the row. Phones and addresses refer to the key, year after year. */
function takeKey(written: string | undefined, origin: Origin): { key: string } | { note: RowNote } {
  const key = given(written);
  if (!key) return refused(origin, 'key-missing');
  if (isReformatted(key)) return refused({ ...origin, key }, 'key-reformatted');
  if (isGarbled(key)) return refused({ ...origin, key }, 'text-garbled', key);
  return { key };
}

/** Whether letters were lost, or encoded twice: `VÃ¤g`. */
const isGarbled = (text: string): boolean => /\ufffd|[ÂÃ][\u0080-\u00bf„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text);

/** A text without the remains of letters that were cut in half. */
const whole = (text: string | undefined): string | undefined =>
  text?.replaceAll('\ufffd', '').trim() || undefined;

const garbled = (texts: readonly (string | undefined)[]): Remark[] =>
  texts
    .filter((text) => text !== undefined && isGarbled(text))
    .slice(0, 1)
    .map((detail) => ({ action: 'noted', code: 'text-garbled', detail }));

/** A name for people to read, with remarks on it. */
function takeName(written: string | undefined): { name: string | undefined; remarks: Remark[] } {
  const text = whole(given(written));
  if (text === undefined) return { name: undefined, remarks: [] };
  const { name, fault } = readName(text);
  return { name: name || undefined, remarks: fault ? [{ action: 'noted', ...fault }] : [] };
}

const firstOfEach = (remarks: readonly Remark[]): Remark[] =>
  remarks.filter(({ code }, at) => remarks.findIndex((other) => other.code === code) === at);

export function takePlace(layer: PlaceLayer, row: number, place: PlaceRow): Taken<IncomingPlace> {
  const named = takeKey(place.key, { layer, row });
  if ('note' in named) return named;
  const { key } = named;
  const geometry = takeGeometry(place.geometry, 'polygons', { layer, row, key });
  if ('note' in geometry) return geometry;
  // A place without a name is shown by its key.
  const { name = key, remarks } = takeName(place.name ?? key);
  return {
    remarks: [...geometry.remarks, ...garbled([place.name]), ...remarks],
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

/**
 * Whether a point stands for unknown coordinates. Registers write 0 for both of them or for the missing one; in metres
 * also 1, 1 and -1, -1.
 */
function standsForNone(point: unknown, srid: number | undefined): boolean {
  const { coordinates } = (point ?? {}) as { coordinates?: unknown };
  if (!Array.isArray(coordinates)) return false;
  const [x, y] = coordinates as unknown[];
  if (x === 0 && y === 0) return true;
  // In degrees, points on the Greenwich meridian and on the equator are real places.
  if ((srid ?? geographic) === geographic) return false;
  return x === 0 || y === 0 || isPlaceholder(x, y);
}

export function takeAddress(layer: AddressLayer, row: number, address: AddressRow): Taken<IncomingAddress> {
  const named = takeKey(address.key, { layer, row });
  if ('note' in named) return named;
  const { key } = named;
  const { name: street, remarks: ofStreet } = takeName(address.street);
  if (!street) return refused({ layer, row, key }, 'street-missing');
  const place = given(address.propertyKey);
  if (place !== undefined && isReformatted(place))
    return refused({ layer, row, key }, 'key-reformatted', place);
  const isZero = standsForNone(address.point, layer.srid);
  const hasPoint = address.point !== undefined && address.point !== null && !isZero;
  const point = hasPoint ? takeGeometry(address.point, 'point', { layer, row, key }) : undefined;
  if (point && 'note' in point) return point;
  const remarks = garbled([address.street, address.number, address.locality]);
  if (isZero) remarks.push({ action: 'noted', code: 'point-zero' });
  const { name: number = '', remarks: ofNumber } = takeName(address.number);
  const { name: locality = null, remarks: ofLocality } = takeName(address.locality);
  // Only the first of each: a row gets one remark per reason.
  remarks.push(...firstOfEach([...ofStreet, ...ofNumber, ...ofLocality]));
  return {
    remarks,
    incoming: {
      id: newId(),
      layer: layer.name,
      row,
      key,
      street,
      number,
      postalCode: takeName(address.postalCode).name ?? null,
      locality,
      searchName: foldForSearch([street, number, locality].filter(Boolean).join(' ')),
      propertyKey: place ?? null,
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
      name: takeName(feature.name).name ?? null,
      geometry: geometry.text,
    },
  };
}
