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
  /** The name of a property is its designation, e.g. `Porsön 1:405`. */
  readonly name: string;
  readonly polygons: MultiPolygon;
  /** Key of the place in which it lies. A property in the countryside lies in no block, but in the municipality. */
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
  /** False only for the few numbers from the ranges reserved for fiction. Never send to any other. */
  readonly generated: boolean;
  readonly objection: boolean;
  /** The provider's error code, if the number has failed permanently. */
  readonly quarantined?: string;
}

export interface SyntheticResidence {
  readonly e164: string;
  readonly addressKey: string;
  readonly role: 'resident' | 'owner' | 'business';
  readonly protected: boolean;
  /** The people who live together, or the business. It is the same at every address where its members have a phone. */
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

/** The totals of what was generated, for reports and for specs of the shares. */
export interface MunicipalityCensus {
  readonly residents: number;
  readonly households: number;
  readonly householdsWithoutPhone: number;
  readonly protectedHouseholds: number;
}

/** A municipality that doesn't exist, as plain data. Every key that is referred to exists. */
export interface SyntheticMunicipality {
  readonly places: SyntheticPlace[];
  readonly addresses: SyntheticAddress[];
  readonly phones: SyntheticPhone[];
  readonly residences: SyntheticResidence[];
  /** Only for the background of a map. */
  readonly decor: { readonly water: DecorWater[]; readonly streets: DecorStreet[] };
  readonly census: MunicipalityCensus;
}
