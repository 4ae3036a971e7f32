import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Topics1764000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE topic (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        department_id uuid NOT NULL REFERENCES department,
        owner_name text NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        position int NOT NULL DEFAULT 0
      );

      -- Who gets a topic now. Only mobiles: a topic is a text. History is in consent_event.
      CREATE TABLE subscription (
        topic_id uuid NOT NULL REFERENCES topic,
        phone text NOT NULL,
        language text NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (topic_id, phone)
      );
      CREATE INDEX subscription_phone ON subscription (phone);

      -- Each wording that people consented to, exactly as they read it.
      CREATE TABLE consent_text (
        hash bytea PRIMARY KEY,
        version text NOT NULL,
        language text NOT NULL,
        body text NOT NULL
      );

      -- Which topics, when, how, and to which text; append-only. An event that ends has no text.
      CREATE TABLE consent_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        phone text NOT NULL,
        topic_id uuid NOT NULL REFERENCES topic,
        act text NOT NULL CHECK (act IN ('began', 'ended')),
        how text NOT NULL CHECK (how IN ('web', 'text')),
        text_hash bytea REFERENCES consent_text,
        CHECK ((act = 'began') = (text_hash IS NOT NULL))
      );
      CREATE INDEX consent_event_phone ON consent_event (phone);

      -- The one door: erasing a person, who has a right to it, says so in its own transaction.
      CREATE FUNCTION consent_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('budkavle.erasing_person', true) = 'on' THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'consent_event is append-only';
      END $$;
      CREATE TRIGGER consent_event_append_only BEFORE UPDATE OR DELETE ON consent_event
        FOR EACH ROW EXECUTE FUNCTION consent_event_is_append_only();

      -- A code on its way to a phone, then what the visitor may do with it. One a browser session, whose secret is
      -- kept as a hash; the code too. Short-lived: later ones sweep out what is over.
      CREATE TABLE verification (
        session_hash bytea PRIMARY KEY,
        phone text NOT NULL,
        language text NOT NULL,
        -- The topics that were chosen on the form; NULL where the visitor only wants to see their own.
        wanted uuid[],
        code_hash bytea NOT NULL,
        -- Whose allowance the code was taken from (a keyed hash of the client's address).
        client_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        tries smallint NOT NULL DEFAULT 0,
        confirmed_at timestamptz,
        -- Until when the session may change the phone's topics.
        trusted_until timestamptz
      );
      CREATE INDEX verification_expiry ON verification (expires_at);

      -- How much of each allowance for codes is spent: it is whole again at full_at. No number or address in clear.
      CREATE TABLE code_allowance (
        scope text NOT NULL,
        key bytea NOT NULL,
        full_at timestamptz NOT NULL,
        PRIMARY KEY (scope, key)
      );
      CREATE INDEX code_allowance_full ON code_allowance (full_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE code_allowance, verification, consent_event, consent_text, subscription, topic;
      DROP FUNCTION consent_event_is_append_only;
    `);
  }
}
