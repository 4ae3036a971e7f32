import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deliveries1764000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row a phone and channel of a broadcast: the ledger. No index on anything that changes, so updates stay
      -- heap-only; a month of broadcasts is a partition, so disposal drops a table.
      CREATE TABLE delivery (
        broadcast_id uuid NOT NULL,
        -- 1, 2, 3 … within the broadcast, in the order of sending.
        n int NOT NULL,
        phone text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('sms', 'voice')),
        language text NOT NULL,
        segments smallint NOT NULL,
        generated boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('planned', 'suppressed', 'sending', 'accepted', 'sent', 'delivered',
          'undelivered', 'failed', 'rejected', 'in-doubt', 'no-receipt', 'unknown', 'cancelled', 'expired')),
        -- Why it is suppressed, or what the provider said.
        reason text,
        attempts smallint NOT NULL DEFAULT 0,
        -- Random, one an attempt; travels in the callback address, so that a receipt can bind itself to the row.
        token text,
        provider_ref text,
        sent_at timestamptz,
        confirmed boolean NOT NULL DEFAULT false,
        -- Could have reached the phone twice: sent again after the provider's list was empty.
        resent boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (broadcast_id, phone, channel),
        UNIQUE (broadcast_id, n)
      ) PARTITION BY RANGE (broadcast_id);

      -- The work of a broadcast, cut into batches: claiming, leasing and fencing are a batch's, so a delivery is
      -- written only when something happened to it. A batch lives until every delivery in it has left 'planned'.
      CREATE TABLE delivery_batch (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        broadcast_id uuid NOT NULL,
        channel text NOT NULL,
        ns int[] NOT NULL,
        due_at timestamptz NOT NULL DEFAULT now(),
        worker text,
        lease_until timestamptz,
        -- Raised by every claim, so that a worker that slept through its lease is refused.
        fence int NOT NULL DEFAULT 0
      );
      CREATE INDEX delivery_batch_due ON delivery_batch (broadcast_id, channel, due_at);

      -- Deliveries in doubt that wait to be looked up at the provider.
      CREATE TABLE delivery_doubt (
        broadcast_id uuid NOT NULL,
        n int NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        look_at timestamptz NOT NULL,
        -- How often the provider's list was there and had nothing, and when it first had.
        empty_looks smallint NOT NULL DEFAULT 0,
        PRIMARY KEY (broadcast_id, n)
      );

      -- Append-only: what was out of the ordinary with a delivery (a doubt, a retry, a late or conflicting receipt).
      CREATE TABLE delivery_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        broadcast_id uuid NOT NULL,
        n int NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        detail jsonb NOT NULL
      );
      CREATE INDEX delivery_event_delivery ON delivery_event (broadcast_id, n);

      -- The smallest UUIDv7 of an instant.
      CREATE FUNCTION first_uuid_at(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
      $$;

      -- The month of a broadcast's id as a partition; safe to call again and from several sessions at once.
      CREATE FUNCTION ensure_delivery_partition(at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        from_month timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
        to_month timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
        name text := 'delivery_' || to_char(from_month AT TIME ZONE 'UTC', 'YYYYMM');
      BEGIN
        IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('ensure_delivery_partition'));
        EXECUTE format(
          'CREATE TABLE IF NOT EXISTS %I PARTITION OF delivery FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = 70)',
          name, first_uuid_at(from_month), first_uuid_at(to_month));
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION ensure_delivery_partition;
      DROP FUNCTION first_uuid_at;
      DROP TABLE delivery_event, delivery_doubt, delivery_batch, delivery;
    `);
  }
}
