import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CallOffs1764000033100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      SET LOCAL lock_timeout = '5s';
      -- Broadcasts that ended before their time: what the provider still queues of them is taken back.
      CREATE TABLE call_off (
        broadcast_id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        -- When to look for more that waits there: put off while a worker is at it.
        look_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz
      );
      CREATE INDEX call_off_due ON call_off (look_at) WHERE done_at IS NULL;
      INSERT INTO call_off (broadcast_id) SELECT id FROM broadcast WHERE state = 'cancelled' AND planned IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE call_off;`);
  }
}
