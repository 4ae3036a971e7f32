import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class ApproversTold1764000064000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- E.164. Where the program texts a member of staff.
      ALTER TABLE member ADD COLUMN phone text CHECK (phone ~ '^\\+[1-9][0-9]{6,14}$');

      -- A notice is a text or a call to a member of staff.
      ALTER TABLE broadcast DROP CONSTRAINT broadcast_kind_check,
        ADD CONSTRAINT broadcast_kind_check CHECK (kind IN ('alert', 'topic', 'verification', 'notice'));

      DROP TRIGGER broadcast_noted_insert ON broadcast;
      DROP TRIGGER broadcast_noted_update ON broadcast;
      CREATE CONSTRAINT TRIGGER broadcast_noted_insert AFTER INSERT ON broadcast DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.kind NOT IN ('verification', 'notice')) EXECUTE FUNCTION note_broadcast_change();
      CREATE CONSTRAINT TRIGGER broadcast_noted_update AFTER UPDATE ON broadcast DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.kind NOT IN ('verification', 'notice') AND (NEW.version <> OLD.version OR NEW.state <> OLD.state))
        EXECUTE FUNCTION note_broadcast_change();

      -- Whether a broadcast may be sent from. A code or a notice from after the gap goes out: nobody has it yet, and it is
      -- of no use later. A ledger that no worker has ever used is not refused here.
      CREATE OR REPLACE FUNCTION may_send(kind text, broadcast uuid, created timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce((
          SELECT CASE
            WHEN g.asked_for <> ledger_home() THEN $1 IN ('verification', 'notice') AND $3 > pg_postmaster_start_time()
            WHEN h.id IS NULL THEN true
            WHEN $1 IN ('verification', 'notice') THEN $3 > h.since
            ELSE EXISTS (SELECT FROM send_hold_broadcast d WHERE d.hold_id = h.id AND d.broadcast_id = $2 AND d.goes_on)
          END
          FROM send_gate g LEFT JOIN send_hold h ON h.ended_at IS NULL), true)
      $$;

      -- When approvers were told of a submission. The key lets one worker tell them, once.
      CREATE TABLE approvers_told (
        broadcast_id uuid NOT NULL REFERENCES broadcast ON DELETE CASCADE,
        -- Names the submission: a broadcast may be returned and submitted again.
        submitted_at timestamptz NOT NULL,
        reminder boolean NOT NULL,
        at timestamptz NOT NULL,
        texted uuid[] NOT NULL,
        -- Who should have been told, but has no phone or has had too many texts.
        not_texted uuid[] NOT NULL,
        PRIMARY KEY (broadcast_id, submitted_at, reminder)
      );
    `);
  }

  readonly down = onlyForward;
}
