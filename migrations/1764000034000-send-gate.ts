import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SendGate1764000034000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- At most one row: on which database server the ledger was last known to be complete, and until when.
      CREATE TABLE send_gate (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        -- What ledger_home() said when the provider was last asked; empty when it must be asked again.
        asked_for text,
        -- Every attempt that was committed before this is in the ledger. Renewed each second while workers run.
        alive_at timestamptz,
        born_at timestamptz NOT NULL DEFAULT now(),
        -- Who is asking the provider, for all workers.
        asker text,
        asking_until timestamptz NOT NULL DEFAULT '-infinity',
        -- Since when the provider can't be asked, and why.
        waiting_since timestamptz,
        waiting_for text
      );

      -- Sending is held, because the provider knows of messages that the ledger doesn't: a restored backup.
      CREATE TABLE send_hold (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        since timestamptz NOT NULL DEFAULT now(),
        -- The last moment that the ledger knows all of.
        known_until timestamptz NOT NULL,
        unknown int NOT NULL DEFAULT 0,
        taken_over int NOT NULL DEFAULT 0,
        not_told_apart int NOT NULL DEFAULT 0,
        fits_none int NOT NULL DEFAULT 0,
        ended_at timestamptz,
        ended_by uuid REFERENCES member
      );
      CREATE UNIQUE INDEX send_hold_open ON send_hold ((true)) WHERE ended_at IS NULL;

      -- What a hold found of a broadcast, and what staff decided.
      CREATE TABLE send_hold_broadcast (
        hold_id bigint NOT NULL REFERENCES send_hold,
        broadcast_id uuid NOT NULL,
        taken_over int NOT NULL DEFAULT 0,
        not_told_apart int NOT NULL DEFAULT 0,
        goes_on boolean NOT NULL DEFAULT false,
        decided_by uuid REFERENCES member,
        decided_at timestamptz,
        PRIMARY KEY (hold_id, broadcast_id)
      );

      -- Messages that the provider lists and the ledger doesn't know. The phone is erased once it is known whose it is.
      CREATE TABLE unknown_message (
        ref text PRIMARY KEY,
        hold_id bigint REFERENCES send_hold,
        channel text NOT NULL,
        phone text,
        sender text NOT NULL,
        -- MD5 of the text, to compare: it may hold a code. Null of a call.
        text_hash text,
        sent_at timestamptz NOT NULL,
        status text NOT NULL,
        reason text,
        failure text,
        became text NOT NULL DEFAULT 'waiting' CHECK (became IN ('waiting', 'taken-over', 'not-told-apart', 'fits-none')),
        broadcast_id uuid,
        n int
      );

      -- Names the database that answers. It changes when the server is restarted or another takes over, when the database
      -- is made again, and when the table is restored into it.
      CREATE FUNCTION ledger_home() RETURNS text LANGUAGE sql STABLE AS $$
        SELECT extract(epoch FROM pg_postmaster_start_time())::text || ' ' || pg_relation_filenode('send_gate')::text || ' '
          || (SELECT oid::text FROM pg_database WHERE datname = current_database())
      $$;

      -- Whether a broadcast may be sent from. A code that was asked for after the gap goes out: nobody has it yet, and it
      -- is of no use later. A ledger that no worker has ever used is not refused here.
      CREATE FUNCTION may_send(kind text, broadcast uuid, created timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce((
          SELECT CASE
            WHEN g.asked_for <> ledger_home() THEN $1 = 'verification' AND $3 > pg_postmaster_start_time()
            WHEN h.id IS NULL THEN true
            WHEN $1 = 'verification' THEN $3 > h.since
            ELSE EXISTS (SELECT FROM send_hold_broadcast d WHERE d.hold_id = h.id AND d.broadcast_id = $2 AND d.goes_on)
          END
          FROM send_gate g LEFT JOIN send_hold h ON h.ended_at IS NULL), true)
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION may_send(text, uuid, timestamptz);
      DROP FUNCTION ledger_home();
      DROP TABLE unknown_message, send_hold_broadcast, send_hold, send_gate;
    `);
  }
}
