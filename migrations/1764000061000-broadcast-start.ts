import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class BroadcastStart1764000061000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast
        -- When it starts, as it was written and approved.
        ADD COLUMN starts_at timestamptz,
        -- When the hours of its topic begin, if it was approved outside them.
        ADD COLUMN held_until timestamptz,
        -- Phones that came into its area between its approval and its start; counted once it has started.
        ADD COLUMN moved_in int,
        DROP CONSTRAINT broadcast_state_check,
        ADD CONSTRAINT broadcast_state_check CHECK (state IN ('draft', 'pending-approval', 'returned', 'rejected', 'scheduled',
          'approved', 'sending', 'paused', 'completed', 'cancelled', 'missed')),
        ADD CONSTRAINT broadcast_scheduled CHECK (state <> 'scheduled' OR num_nonnulls(starts_at, held_until) > 0);
      CREATE INDEX broadcast_scheduled_start ON broadcast (coalesce(held_until, starts_at)) WHERE state = 'scheduled';

      CREATE INDEX broadcast_moved_in_due ON broadcast (id) WHERE starts_at IS NOT NULL AND moved_in IS NULL
        AND kind = 'alert' AND relation IS NULL AND state IN ('approved', 'sending', 'paused', 'completed');

      -- \`due\`: its time has come. \`missed\`: it could only have started after its expiry.
      ALTER TABLE broadcast_event
        DROP CONSTRAINT broadcast_event_act_check,
        ADD CONSTRAINT broadcast_event_act_check CHECK (act IN ('create', 'edit', 'submission', 'approval', 'return', 'rejection',
          'pause', 'resumption', 'start-now', 'cancellation', 'break-glass', 'due', 'missed', 'start', 'completion'));

      CREATE OR REPLACE FUNCTION note_broadcast_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO broadcast_event (broadcast_id, version, act, state)
        SELECT NEW.id, NEW.version,
          CASE
            WHEN TG_OP = 'INSERT' THEN 'create'
            WHEN NEW.state = OLD.state OR NEW.state = 'draft' THEN 'edit'
            WHEN NEW.state = 'sending' THEN CASE OLD.state WHEN 'paused' THEN 'resumption' ELSE 'start' END
            WHEN NEW.state = 'pending-approval' THEN 'submission'
            WHEN NEW.state = 'approved' AND OLD.state = 'scheduled' THEN 'due'
            WHEN NEW.state IN ('approved', 'scheduled') THEN 'approval'
            WHEN NEW.state = 'returned' THEN 'return'
            WHEN NEW.state = 'rejected' THEN 'rejection'
            WHEN NEW.state = 'paused' THEN 'pause'
            WHEN NEW.state = 'cancelled' THEN 'cancellation'
            WHEN NEW.state = 'missed' THEN 'missed'
            ELSE 'completion'
          END, NEW.state
        WHERE NOT EXISTS (SELECT FROM broadcast_event WHERE broadcast_id = NEW.id AND version = NEW.version);
        RETURN NULL;
      END $$;
    `);
  }

  readonly down = onlyForward;
}
