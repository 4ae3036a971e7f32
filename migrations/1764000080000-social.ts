import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Social1764000080000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Where the municipality posts what it publishes: an account of Mastodon, a page of Facebook.
      CREATE TABLE social_account (
        id uuid PRIMARY KEY,
        network text NOT NULL CHECK (network IN ('mastodon', 'facebook')),
        -- Of its server. It never changes, so that no token is sent elsewhere.
        address text NOT NULL,
        -- What the network knows it by.
        remote_id text NOT NULL,
        name text NOT NULL,
        profile text NOT NULL,
        -- ISO 639: in which of a broadcast's texts it posts.
        language text NOT NULL,
        -- Of a post.
        most_characters int NOT NULL,
        -- How many characters each link counts as. Null: as many as it has.
        link_characters int,
        -- Sealed with a key from SECRET_KEY.
        token bytea NOT NULL,
        -- It posts what happens from then on. Null: switched off.
        active_since timestamptz,
        -- Since when the network has refused its token.
        refused_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (network, address, remote_id)
      );

      -- One post for each account and version, and what became of it.
      CREATE TABLE social_post (
        n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- The idempotency key, the same at each try.
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES social_account ON DELETE CASCADE,
        event_id bigint NOT NULL REFERENCES broadcast_event,
        broadcast_id uuid NOT NULL REFERENCES broadcast,
        -- The first broadcast of the incident: what follows it replies to its post.
        root_id uuid NOT NULL REFERENCES broadcast,
        -- Says only that the broadcast was withdrawn.
        withdrawal boolean NOT NULL,
        -- When it happened.
        at timestamptz NOT NULL,
        queued_at timestamptz NOT NULL DEFAULT now(),
        -- What is posted, the same at each try. Null until the first.
        body text,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'posted', 'failed')),
        -- A request may have reached the network: it is looked for before it is posted.
        in_doubt boolean NOT NULL DEFAULT false,
        -- How often it was looked for and not found since then.
        looks int NOT NULL DEFAULT 0,
        tries int NOT NULL DEFAULT 0,
        -- While it waits. During a try, when another worker may try if this one died.
        next_try_at timestamptz DEFAULT now(),
        last_try_at timestamptz,
        -- Of the last answer.
        status int,
        -- Why the last try failed.
        reason text,
        remote_id text,
        url text,
        UNIQUE (account_id, event_id),
        UNIQUE (account_id, broadcast_id, withdrawal),
        CHECK ((state = 'waiting') = (next_try_at IS NOT NULL)),
        CHECK ((state = 'posted') = (remote_id IS NOT NULL))
      );
      CREATE INDEX social_post_due ON social_post (account_id, next_try_at) WHERE next_try_at IS NOT NULL;
      CREATE INDEX social_post_incident ON social_post (root_id, account_id);
      CREATE INDEX social_post_broadcast ON social_post (broadcast_id);
    `);
  }

  readonly down = onlyForward;
}
