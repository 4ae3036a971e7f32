import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Broadcast } from '../broadcast.js';

/** A broadcast that said the message of an alert in other words. */
export interface OtherWording extends Pick<Broadcast, 'id' | 'audienceName'> {
  /** The last approved correction of these words. */
  readonly correctedBy: string | null;
}

/** An extension may say its own place and time: then a correction of the alert does not correct it. */
@Injectable()
export class OtherWordings {
  constructor(private readonly db: DataSource) {}

  /**
   * The alert and its extensions that people had in other words than these, oldest first. None for an update, which says
   * something else.
   *
   * @param text the broadcast that said these words first
   */
  async of(root: string, text: string): Promise<OtherWording[]> {
    return this.db.query(
      `SELECT b.id, b.audience_name AS "audienceName",
         (SELECT k.id FROM broadcast k
          WHERE k.root_id = $1 AND k.relation = 'correction' AND k.audience->>'recipientsOf' = b.id::text
            AND k.planned IS NOT NULL
          ORDER BY k.decided_at DESC, k.id DESC LIMIT 1) AS "correctedBy"
       FROM broadcast b
       WHERE (b.id = $1 OR (b.root_id = $1 AND b.relation = 'extension' AND b.audience->>'saying' = b.id::text))
         AND b.id <> $2 AND b.planned IS NOT NULL AND b.state NOT IN ('scheduled', 'missed')
         AND ($1 = $2 OR EXISTS (SELECT FROM broadcast t WHERE t.id = $2 AND t.relation = 'extension'))
       ORDER BY b.id`,
      [root, text],
    );
  }
}
