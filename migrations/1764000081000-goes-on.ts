import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class GoesOn1764000081000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of a correction of an all-clear: whether the danger goes on. Null for everything else.
      ALTER TABLE broadcast ADD COLUMN goes_on boolean;
      -- As it was published until now: if the all-clear was still being sent, its correction took it back.
      UPDATE broadcast k SET goes_on = (wrong.state = 'cancelled')
      FROM broadcast wrong
      WHERE k.relation = 'correction' AND k.planned IS NOT NULL
        AND wrong.id::text = k.audience->>'recipientsOf' AND wrong.root_id = k.root_id
        AND wrong.relation = 'all-clear';
      -- Whoever wants to hear that an incident is over has to hear that it is not.
      UPDATE webhook_endpoint SET events = events || '{broadcast.reopened}', version = version + 1
      WHERE 'broadcast.over' = ANY (events);
    `);
  }

  readonly down = onlyForward;
}
