import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tuning1764000008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Few, and asked for each phone that is counted, enrolled or about to be sent to.
      CREATE INDEX phone_address_protected ON phone_address (phone) WHERE protected;

      -- All batches of a broadcast are due at once: the next is found by its number, not by sorting them all.
      DROP INDEX delivery_batch_due;
      CREATE INDEX delivery_batch_due ON delivery_batch (broadcast_id, channel, due_at, id);

      -- Every row of a page is rewritten within the same moment, and longer than it was: with less room than this the
      -- new ones go to other pages, and every index is written too.
      CREATE OR REPLACE FUNCTION ensure_delivery_partition(at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        from_month timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
        to_month timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
        name text := 'delivery_' || to_char(from_month AT TIME ZONE 'UTC', 'YYYYMM');
      BEGIN
        IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('ensure_delivery_partition'));
        EXECUTE format(
          'CREATE TABLE IF NOT EXISTS %I PARTITION OF delivery FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = 50)',
          name, first_uuid_at(from_month), first_uuid_at(to_month));
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // The function of before differs in nothing that a reader would notice.
    await db.query(`
      DROP INDEX phone_address_protected;
      DROP INDEX delivery_batch_due;
      CREATE INDEX delivery_batch_due ON delivery_batch (broadcast_id, channel, due_at);
    `);
  }
}
