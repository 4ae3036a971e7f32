import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A place that a member chose, and the address by which they chose it. */
export interface ChosenBefore {
  readonly id: string;
  readonly address: string | null;
}

/** A member's alerts that are looked at. */
const lastAlerts = 20;
/** An alert with more places was put together, not chosen: its places one by one are no shortcut. */
const fewPlaces = 5;

/** The places of a member's own last alerts. Reads only. */
@Injectable()
export class LastPlacesRepository {
  constructor(private readonly db: DataSource) {}

  /** Each place once, the last chosen first. Some may have left the register since. */
  async of(memberId: string): Promise<ChosenBefore[]> {
    const rows = await this.db.query<ChosenBefore[]>(
      `SELECT place.id, mine.audience->'chosenBy'->>place.id AS address
       FROM (
         SELECT id, audience FROM broadcast
         WHERE created_by = $1 AND kind = 'alert' AND jsonb_typeof(audience->'places') = 'array'
         ORDER BY id DESC LIMIT $2
       ) mine
       CROSS JOIN LATERAL jsonb_array_elements_text(mine.audience->'places') WITH ORDINALITY AS place (id, nth)
       WHERE jsonb_array_length(mine.audience->'places') <= $3
       ORDER BY mine.id DESC, place.nth`,
      [memberId, lastAlerts, fewPlaces],
    );
    return rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
  }
}
