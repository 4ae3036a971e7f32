import type { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/ids.js';

/** A square by its lower left corner and side, in metres of the tests' own municipality. */
interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

interface PhoneTraits {
  kind?: 'mobile' | 'landline';
  language?: string;
  objects?: boolean;
  quarantined?: string;
  protected?: boolean;
  household?: string | null;
  /** The register it is from. */
  source?: string;
  role?: 'resident' | 'owner' | 'business' | 'watcher';
}

/** Where the test municipality lies, in SWEREF 99 TM: a corner near Luleå. */
export const origin = { e: 828_000, n: 7_293_000 };

const ring = ({ x, y, side }: Square): string => {
  const e = origin.e + x;
  const n = origin.n + y;
  return `(${e} ${n}, ${e + side} ${n}, ${e + side} ${n + side}, ${e} ${n + side}, ${e} ${n})`;
};

/**
 * A small municipality, told as a story:
 *
 *     const storgatan3 = await scene.address('Storgatan 3', { x: 10, y: 10 });
 *     await storgatan3.phone('+46701740605', { kind: 'mobile' });
 *     await scene.area('Centrum', { x: 0, y: 0, side: 100 });
 *     await scene.settle();
 */
export class Scene {
  constructor(readonly db: DataSource) {}

  property = (name: string, square: Square, hole?: Square) => this.place('property', name, square, hole);
  block = (name: string, square: Square) => this.place('block', name, square);
  area = (name: string, square: Square, hole?: Square) => this.place('area', name, square, hole);
  municipality = (name: string, square: Square) => this.place('municipality', name, square);

  private async place(kind: string, name: string, square: Square, hole?: Square): Promise<string> {
    const id = newId();
    const polygon = `MULTIPOLYGON(((${[square, ...(hole ? [hole] : [])].map(ring).join(', ').slice(1, -1)})))`;
    await this.db.query(
      `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
       VALUES ($1, $2, $3, lower($3), 'scene', $3, ST_GeomFromText($4, 3006))`,
      [id, kind, name, polygon],
    );
    return id;
  }

  async address(name: string, at: { x: number; y: number; property?: string }): Promise<SceneAddress> {
    const id = newId();
    const [, street = name, number = ''] = /^(.*?)\s*(\d\S*)?$/.exec(name) ?? [];
    await this.db.query(
      `INSERT INTO address (id, source, source_key, property_id, street, number, search_name, point, point_source)
       VALUES ($1, 'scene', $2, $3, $4, $5, lower($2), ST_SetSRID(ST_MakePoint($6, $7), 3006), 'own')`,
      [id, name, at.property ?? null, street, number, origin.e + at.x, origin.n + at.y],
    );
    return new SceneAddress(this.db, id);
  }

  /** Makes an open topic of any department. There is one only after somebody was hired. */
  async topic(name: string): Promise<string> {
    const id = newId();
    await this.db.query(
      `INSERT INTO topic (id, slug, department_id, owner_name, name, description, state)
       SELECT $1::uuid, $1::text, id, 'Ägaren', json_build_object('sv', $2::text, 'en', $2::text), '{"sv": "", "en": ""}', 'open'
       FROM department LIMIT 1`,
      [id, name],
    );
    return id;
  }

  async subscribe(topic: string, e164: string, language = 'sv'): Promise<void> {
    await this.db.query(
      'INSERT INTO subscription (topic_id, phone, language, since) VALUES ($1, $2, $3, now())',
      [topic, e164, language],
    );
  }

  /** Works out which address lies in which place, as an import does. Call it last. */
  async settle(): Promise<void> {
    await this.db.query('DELETE FROM address_place');
    await this.db.query(
      `INSERT INTO address_place (place_id, address_id)
       SELECT p.id, a.id FROM place p JOIN address a ON
         CASE WHEN p.kind = 'property' AND a.property_id IS NOT NULL THEN a.property_id = p.id
           ELSE ST_Covers(p.geom, a.point) OR (p.kind = 'municipality' AND p.source = a.source) END`,
    );
  }

  /** A polygon as a browser would draw it: the square's corners in WGS 84. */
  async drawn(square: Square): Promise<{ type: 'Polygon'; coordinates: [number, number][][] }> {
    const [row] = await this.db.query<{ geojson: string }[]>(
      `SELECT ST_AsGeoJSON(ST_Transform(ST_GeomFromText($1, 3006), 4326), 15) AS geojson`,
      [`POLYGON(${ring(square)})`],
    );
    return JSON.parse(row!.geojson);
  }
}

export class SceneAddress {
  constructor(
    private readonly db: DataSource,
    readonly id: string,
  ) {}

  /** Adds a phone to this address. The same number may belong to several addresses. */
  async phone(e164: string, traits: PhoneTraits = {}): Promise<this> {
    const {
      kind = 'mobile',
      language = 'sv',
      objects = false,
      quarantined = null,
      role = 'resident',
      source = 'scene',
    } = traits;
    // In one transaction: upkeep deletes a phone that has no address.
    await this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO phone (e164, kind, language, objected_at, quarantine_reason)
         VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END, $5)
         ON CONFLICT (e164) DO UPDATE SET objected_at = excluded.objected_at, quarantine_reason = excluded.quarantine_reason`,
        [e164, kind, language, objects, quarantined],
      );
      await tx.query(
        `INSERT INTO phone_address (phone, address_id, role, source, household, protected) VALUES ($1, $2, $3, $6, $4, $5)`,
        [e164, this.id, role, traits.household ?? null, traits.protected ?? false, source],
      );
    });
    return this;
  }
}
