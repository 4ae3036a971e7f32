import type {
  DecorStreet,
  MultiPolygon,
  Position,
  SyntheticAddress,
  SyntheticPlace,
} from './synthetic-municipality.js';

/** A home in which somebody may live. */
export interface Dwelling {
  readonly addressKey: string;
  readonly home: 'villa' | 'rowhouse' | 'apartment' | 'farm';
  readonly designation: string;
}

export interface Business {
  readonly addressKey: string;
  readonly size: number;
}

export interface PostalPlace {
  readonly postalCode: string;
  readonly locality: string;
}

/** What has been built so far. It assigns the keys. */
export class Register {
  readonly places: SyntheticPlace[] = [];
  readonly addresses: SyntheticAddress[] = [];
  readonly streets: DecorStreet[] = [];
  readonly dwellings: Dwelling[] = [];
  readonly businesses: Business[] = [];
  /** Address keys of houses where nobody lives all year. */
  readonly cottages: string[] = [];
  properties = 0;

  area(name: string, polygons: MultiPolygon, within: string): string {
    return this.#place('area', name, polygons, within);
  }

  block(name: string, polygons: MultiPolygon, within: string): string {
    return this.#place('block', name, polygons, within);
  }

  municipality(name: string, polygons: MultiPolygon): string {
    return this.#place('municipality', name, polygons);
  }

  property(designation: string, polygons: MultiPolygon, within: string): string {
    this.properties += 1;
    return this.#place('property', designation, polygons, within);
  }

  address(
    propertyKey: string,
    street: string,
    { number, letter }: { number: number; letter?: string },
    { postalCode, locality }: PostalPlace,
    point: Position,
  ): string {
    const sourceKey = `address-${this.addresses.length + 1}`;
    this.addresses.push({
      sourceKey,
      propertyKey,
      street,
      number: String(number),
      ...(letter !== undefined && { letter }),
      postalCode,
      locality,
      point,
    });
    return sourceKey;
  }

  #place(kind: SyntheticPlace['kind'], name: string, polygons: MultiPolygon, within?: string): string {
    const sourceKey = `${kind}-${this.places.length + 1}`;
    this.places.push({ kind, sourceKey, name, polygons, ...(within !== undefined && { within }) });
    return sourceKey;
  }
}
