/** Easting and northing in SWEREF 99 TM (EPSG:3006), metres, whole centimetres. */
export type Position = [easting: number, northing: number];
/** Closed: the last position is the first. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = Position[];
export type Polygon = Ring[];
export type MultiPolygon = Polygon[];

type PlaceKind = 'property' | 'block' | 'area' | 'municipality';

export interface SyntheticPlace {
  readonly kind: PlaceKind;
  readonly sourceKey: string;
  /** A property's is its designation, e.g. `Porsön 1:405`. */
  readonly name: string;
  readonly polygons: MultiPolygon;
  /** Key of the place it lies in; a property of the countryside lies in no block but in the municipality. */
  readonly within?: string;
}

export interface SyntheticAddress {
  readonly sourceKey: string;
  readonly propertyKey: string;
  readonly street: string;
  readonly number: string;
  readonly letter?: string;
  /** `972 31` */
  readonly postalCode: string;
  readonly locality: string;
  readonly point: Position;
}

export interface SyntheticPhone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  /** ISO 639-1 */
  readonly language: string;
  /** False only for the few numbers from the ranges set aside for fiction; never send to any other. */
  readonly generated: boolean;
  readonly objection: boolean;
  /** The provider's error code, where the number has failed for good. */
  readonly quarantined?: string;
}

export interface SyntheticResidence {
  readonly e164: string;
  readonly addressKey: string;
  readonly role: 'resident' | 'owner' | 'business';
  readonly protected: boolean;
  /** Who live together, or the business; the same wherever its members also have a phone. */
  readonly household: string;
}

export interface DecorWater {
  readonly kind: 'sea' | 'river' | 'lake';
  readonly polygons: MultiPolygon;
}

export interface DecorStreet {
  readonly kind: 'main' | 'street' | 'lane' | 'rural';
  readonly name?: string;
  readonly line: Position[];
}

/** What the generator drew up, for reports and for specs of its shares. */
export interface MunicipalityCensus {
  readonly residents: number;
  readonly households: number;
  readonly householdsWithoutPhone: number;
  readonly protectedHouseholds: number;
}

/** A municipality that doesn't exist, in plain data. Every key referred to exists. */
export interface SyntheticMunicipality {
  readonly places: SyntheticPlace[];
  readonly addresses: SyntheticAddress[];
  readonly phones: SyntheticPhone[];
  readonly residences: SyntheticResidence[];
  /** For the background of a map only. */
  readonly decor: { readonly water: DecorWater[]; readonly streets: DecorStreet[] };
  readonly census: MunicipalityCensus;
}
