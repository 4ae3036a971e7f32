import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Webhooks1764000074000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Where other systems want to be told what happens to broadcasts.
      CREATE TABLE webhook_endpoint (
        id uuid PRIMARY KEY,
        address text NOT NULL,
        description text NOT NULL,
        -- Which kinds of events.
        events text[] NOT NULL,
        -- Also what the municipality's pages don't say.
        include_unpublished boolean NOT NULL,
        -- It gets what happens from then on. Null: switched off.
        active_since timestamptz,
        -- When it answered 410 and was switched off for that.
        gone_at timestamptz,
        -- Sealed with a key from SECRET_KEY.
        secret bytea NOT NULL,
        -- The one before. It signs too until it is dropped.
        previous_secret bytea,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1
      );

      -- A message to an endpoint, and the log of its tries.
      CREATE TABLE webhook_delivery (
        -- The order of the log.
        n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- What the receiver knows it by, the same at each try.
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        endpoint_id uuid NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
        -- Null for an expiry, which has no event, and for a test.
        event_id bigint REFERENCES broadcast_event,
        -- Null for a test.
        broadcast_id uuid REFERENCES broadcast,
        type text NOT NULL,
        -- Of the broadcast after the event.
        broadcast_version int,
        broadcast_state text,
        -- When it happened.
        at timestamptz NOT NULL,
        queued_at timestamptz NOT NULL DEFAULT now(),
        -- What is sent, the same at each try. Null until the first.
        body text,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
        tries int NOT NULL DEFAULT 0,
        -- While it waits. During a try, when another worker may try if this one died.
        next_try_at timestamptz DEFAULT now(),
        last_try_at timestamptz,
        -- Of the last answer.
        status int,
        -- Why the last try failed.
        reason text,
        UNIQUE (endpoint_id, event_id),
        CHECK ((state = 'waiting') = (next_try_at IS NOT NULL))
      );
      CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, n);
      CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_try_at) WHERE next_try_at IS NOT NULL;
      CREATE INDEX webhook_delivery_queued ON webhook_delivery (queued_at);
      -- A broadcast expires once.
      CREATE UNIQUE INDEX webhook_delivery_expiry ON webhook_delivery (endpoint_id, broadcast_id) WHERE event_id IS NULL;

      -- For finding what has just happened.
      CREATE INDEX broadcast_event_at ON broadcast_event (at);
      CREATE INDEX broadcast_expiry ON broadcast (expires_at) WHERE planned IS NOT NULL;
    `);
  }

  readonly down = onlyForward;
}
