import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a kept count rests on, so that it can be corrected by what has changed since (ADR 24). */
export class ReachWas1764000022000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whether reach_was has what was there before.
      ALTER TABLE reach_refresh ADD COLUMN remembered boolean NOT NULL DEFAULT false;

      -- The rows of reach that an address had before it was worked out anew; kept until the counts have been corrected.
      CREATE TABLE reach_was (
        refresh_id bigint NOT NULL,
        address_id uuid NOT NULL,
        people jsonb NOT NULL,
        PRIMARY KEY (refresh_id, address_id)
      );

      -- Takes the place of audience_count, which a running program may still ask; a later release drops it.
      CREATE TABLE kept_count (
        key bytea PRIMARY KEY,
        places uuid[] NOT NULL,
        channels text NOT NULL,
        -- The newest row of reach_refresh it knows of.
        refresh_id bigint NOT NULL,
        -- Who lies where: another as soon as anything of it is.
        membership text NOT NULL,
        counts jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE kept_count;
      DROP TABLE reach_was;
      ALTER TABLE reach_refresh DROP COLUMN remembered;
    `);
  }
}
