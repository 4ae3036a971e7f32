import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Broadcasts1764000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE broadcast (
        -- UUIDv7: a month is a range of ids, which is what deliveries are partitioned by.
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('alert', 'topic', 'verification')),
        state text NOT NULL CHECK (state IN ('draft', 'pending-approval', 'returned', 'rejected', 'approved', 'sending',
          'paused', 'completed', 'cancelled')),
        lane text NOT NULL CHECK (lane IN ('verification', 'crisis', 'urgent', 'routine')),
        exercise boolean NOT NULL,
        channels text NOT NULL CHECK (channels IN ('mobile-first', 'both')),
        audience jsonb NOT NULL,
        -- What the audience is called on pages, as it was called when written.
        audience_name text NOT NULL,
        expires_at timestamptz NOT NULL,
        department_id uuid REFERENCES department,
        created_by uuid REFERENCES member,
        created_at timestamptz NOT NULL,
        -- Everyone who wrote or changed it; none of them may approve it.
        authors uuid[] NOT NULL,
        submitted_by uuid REFERENCES member,
        submitted_at timestamptz,
        -- What the submitter saw and the approver approves: the number of phones, and a hash over text and audience.
        submitted_count int,
        content_hash text,
        decided_by uuid REFERENCES member,
        decided_at timestamptz,
        decision_note text,
        started_at timestamptz,
        completed_at timestamptz,
        planned int,
        -- Raised by every change of state; a change from a stale read is refused.
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX broadcast_active ON broadcast (lane, id) WHERE state IN ('approved', 'sending', 'paused');

      CREATE TABLE broadcast_text (
        broadcast_id uuid NOT NULL REFERENCES broadcast ON DELETE CASCADE,
        -- The first text is for everyone whose language has none.
        position smallint NOT NULL,
        language text NOT NULL,
        sms text NOT NULL,
        voice text,
        segments smallint NOT NULL,
        PRIMARY KEY (broadcast_id, language),
        UNIQUE (broadcast_id, position)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE broadcast_text, broadcast;`);
  }
}
