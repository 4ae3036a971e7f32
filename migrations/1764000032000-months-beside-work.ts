import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MonthsBesideWork1764000032000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A month is made as a table of its own and then attached, which waits for nobody who reads or writes the ledger and
      -- keeps nobody from it. CREATE TABLE … PARTITION OF takes the whole ledger for itself: it waits for each enrolment,
      -- and all that is sent meanwhile waits behind it.
      CREATE OR REPLACE FUNCTION ensure_delivery_partition(at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        from_month timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
        to_month timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
        name text := 'delivery_' || to_char(from_month AT TIME ZONE 'UTC', 'YYYYMM');
      BEGIN
        IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('ensure_delivery_partition'));
        -- Made by the one that was waited for? A name that was looked up before may be remembered as unknown; a row is not.
        IF EXISTS (SELECT FROM pg_class WHERE relname = name AND relnamespace = current_schema()::regnamespace) THEN RETURN; END IF;
        EXECUTE format('CREATE TABLE %I (LIKE delivery INCLUDING ALL) WITH (fillfactor = 50)', name);
        EXECUTE format('ALTER TABLE delivery ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
          name, first_uuid_at(from_month), first_uuid_at(to_month));
      END $$;

      -- Filled and emptied as a whole register comes in: the planner hears of it sooner than after a fifth.
      ALTER TABLE reach SET (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
      ALTER TABLE reach_due SET (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000,
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
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
      ALTER TABLE reach RESET (autovacuum_analyze_scale_factor, autovacuum_vacuum_scale_factor);
      ALTER TABLE reach_due RESET (autovacuum_analyze_scale_factor, autovacuum_analyze_threshold,
        autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
    `);
  }
}
