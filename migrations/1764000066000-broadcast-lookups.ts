import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class BroadcastLookups1764000066000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Most rows are codes: what is looked up every few seconds, or shown in a list, must not read them.
      CREATE INDEX broadcast_pending ON broadcast (id) WHERE state = 'pending-approval';
      CREATE INDEX broadcast_listed ON broadcast (id) WHERE kind NOT IN ('verification', 'notice');
      CREATE INDEX broadcast_of_author ON broadcast (created_by, id) WHERE kind = 'alert';
    `);
  }

  readonly down = onlyForward;
}
