import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BroadcastEvent1764000050000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What happened to a broadcast, written in the transaction of the change (ADR 48).
      CREATE TABLE broadcast_event (
        -- In the order in which it happened, within a broadcast. Not across broadcasts: a transaction may commit late.
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        broadcast_id uuid NOT NULL REFERENCES broadcast,
        -- That the change made. Null of what happened before there were events.
        version int,
        act text NOT NULL CHECK (act IN ('create', 'edit', 'submission', 'approval', 'return', 'rejection', 'pause',
          'resumption', 'cancellation', 'break-glass', 'start', 'completion')),
        -- Of the broadcast, afterwards.
        state text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        -- Null for the program itself.
        member_id uuid REFERENCES member,
        -- Phones, where the act names a number of them.
        count int,
        UNIQUE (broadcast_id, version)
      );

      CREATE FUNCTION broadcast_event_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'broadcast_event is insert-only';
      END $$;
      CREATE TRIGGER broadcast_event_insert_only BEFORE UPDATE OR DELETE ON broadcast_event
        FOR EACH ROW EXECUTE FUNCTION broadcast_event_is_insert_only();
      CREATE TRIGGER broadcast_event_no_truncate BEFORE TRUNCATE ON broadcast_event
        FOR EACH STATEMENT EXECUTE FUNCTION broadcast_event_is_insert_only();

      -- A change that wrote no event gets one at its commit: an older program's during an upgrade, or one by hand.
      CREATE FUNCTION note_broadcast_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO broadcast_event (broadcast_id, version, act, state)
        SELECT NEW.id, NEW.version,
          CASE
            WHEN TG_OP = 'INSERT' THEN 'create'
            WHEN NEW.state = OLD.state OR NEW.state = 'draft' THEN 'edit'
            WHEN NEW.state = 'sending' THEN CASE OLD.state WHEN 'paused' THEN 'resumption' ELSE 'start' END
            WHEN NEW.state = 'pending-approval' THEN 'submission'
            WHEN NEW.state = 'approved' THEN 'approval'
            WHEN NEW.state = 'returned' THEN 'return'
            WHEN NEW.state = 'rejected' THEN 'rejection'
            WHEN NEW.state = 'paused' THEN 'pause'
            WHEN NEW.state = 'cancelled' THEN 'cancellation'
            ELSE 'completion'
          END, NEW.state
        WHERE NOT EXISTS (SELECT FROM broadcast_event WHERE broadcast_id = NEW.id AND version = NEW.version);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER broadcast_noted_insert AFTER INSERT ON broadcast DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.kind <> 'verification') EXECUTE FUNCTION note_broadcast_change();
      CREATE CONSTRAINT TRIGGER broadcast_noted_update AFTER UPDATE ON broadcast DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.kind <> 'verification' AND (NEW.version <> OLD.version OR NEW.state <> OLD.state))
        EXECUTE FUNCTION note_broadcast_change();

      -- What the audit log and the broadcasts themselves know of the time before.
      INSERT INTO broadcast_event (broadcast_id, act, state, at, member_id, count)
      SELECT * FROM (
        SELECT b.id, act, CASE act WHEN 'create' THEN 'draft' WHEN 'edit' THEN 'draft' WHEN 'submission' THEN 'pending-approval'
            WHEN 'return' THEN 'returned' WHEN 'rejection' THEN 'rejected' WHEN 'pause' THEN 'paused'
            WHEN 'resumption' THEN 'sending' WHEN 'cancellation' THEN 'cancelled' ELSE 'approved' END,
          a.at, a.member_id, CASE act WHEN 'submission' THEN (a.detail->>'count')::int END
        FROM audit_entry a
          CROSS JOIN LATERAL (SELECT CASE a.action WHEN 'broadcast.approve' THEN 'approval' ELSE substr(a.action, 11) END AS act) x
          JOIN broadcast b ON b.id::text = a.subject
        WHERE a.action IN ('broadcast.create', 'broadcast.edit', 'broadcast.submission', 'broadcast.approve', 'broadcast.return',
          'broadcast.rejection', 'broadcast.pause', 'broadcast.resumption', 'broadcast.cancellation', 'broadcast.break-glass')
        UNION ALL
        SELECT id, 'start', 'sending', started_at, NULL, NULL FROM broadcast WHERE started_at IS NOT NULL AND kind <> 'verification'
        UNION ALL
        SELECT id, 'completion', 'completed', completed_at, NULL, NULL FROM broadcast
        WHERE completed_at IS NOT NULL AND kind <> 'verification'
      ) before ORDER BY at;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER broadcast_noted_update ON broadcast;
      DROP TRIGGER broadcast_noted_insert ON broadcast;
      DROP FUNCTION note_broadcast_change;
      DROP TABLE broadcast_event;
      DROP FUNCTION broadcast_event_is_insert_only;
    `);
  }
}
