import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { foldForSearch } from './search/fold-for-search.js';

/** The addresses of a place, by name. Reads only. */
@Injectable()
export class AddressesOfPlaces {
  constructor(private readonly db: DataSource) {}

  /**
   * Checks which of the given names are addresses of the given properties, and returns them as the register writes
   * them. A place that is not a property, and an address that lies elsewhere, is left out: "Storgatan 12 (Luleå
   * kommun)" would hide how large the place is.
   *
   * @param called a name for a place's id
   */
  async namedTruly(called: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    const folded = Object.entries(called).map(([id, name]) => [id, foldForSearch(name)] as const);
    const meant = new Map(folded);
    // An address's search name begins with its name, and ends with its locality.
    const found = await this.db.query<{ id: string; name: string; search: string }[]>(
      `SELECT given.id, concat_ws(' ', a.street, nullif(a.number, '')) AS name, a.search_name AS search
       FROM unnest($1::uuid[], $2::text[]) AS given (id, called)
       JOIN place p ON p.id = given.id AND p.kind = 'property' AND p.valid_to IS NULL
       JOIN address_place ap ON ap.place_id = p.id
       JOIN address a ON a.id = ap.address_id AND a.valid_to IS NULL AND starts_with(a.search_name, given.called)
       WHERE given.called <> '' ORDER BY given.id, name`,
      [folded.map(([id]) => id), folded.map(([, name]) => name)],
    );
    const names: Record<string, string> = {};
    for (const { id, name, search } of found)
      if (foldForSearch(name) === meant.get(id) || search === meant.get(id)) names[id] ??= name;
    return names;
  }

  /** The block that holds every address of a property; undefined if there is none. A saved area does not count. */
  async blockOf(property: string): Promise<{ id: string; name: string } | undefined> {
    const [block] = await this.db.query<{ id: string; name: string }[]>(
      `WITH here AS (
         SELECT ap.address_id FROM address_place ap JOIN address a ON a.id = ap.address_id
         WHERE ap.place_id = $1 AND a.valid_to IS NULL
       )
       SELECT p.id, p.name FROM here JOIN address_place ap USING (address_id) JOIN place p ON p.id = ap.place_id
       WHERE p.kind = 'block' AND p.valid_to IS NULL AND NOT EXISTS (SELECT FROM saved_area s WHERE s.place_id = p.id)
       GROUP BY p.id, p.name HAVING count(*) = (SELECT count(*) FROM here) ORDER BY p.name, p.id LIMIT 1`,
      [property],
    );
    return block;
  }
}
