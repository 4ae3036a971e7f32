import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reach1764000015000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who is at an address and how they are reached, worked out ahead from phone and phone_address: a cache that is
      -- asked only for addresses which nothing in reach_due names.
      CREATE TABLE reach (
        address_id uuid NOT NULL,
        phone text NOT NULL,
        kind text NOT NULL,
        language text NOT NULL,
        generated boolean NOT NULL,
        -- Why the phone is left out; null when it isn't.
        suppressed text,
        -- A landline whose every household here has a mobile that is reached.
        covered boolean NOT NULL,
        -- The phone is at other addresses too, so it may be met twice.
        elsewhere boolean NOT NULL,
        -- One row, of those that are not left out, speaks for its address.
        leads boolean NOT NULL,
        PRIMARY KEY (address_id, phone)
      );

      -- Addresses whose reach is to be worked out anew. Rows are only ever added, never fought for: what writes to the
      -- directory waits for nobody. An address may be here many times.
      CREATE TABLE reach_due (address_id uuid NOT NULL);
      CREATE INDEX reach_due_address ON reach_due (address_id);

      -- What was worked out when: with membership_change the age of a kept count (audience_count).
      CREATE TABLE reach_refresh (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        addresses int NOT NULL
      );
      CREATE TABLE membership_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now()
      );

      -- Counts of large audiences, good for as long as nothing they rest on has changed.
      CREATE TABLE audience_count (
        key bytea PRIMARY KEY,
        stamp text NOT NULL,
        counts jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );

      -- A phone that comes to an address or leaves one counts differently at all its others too.
      CREATE FUNCTION note_moved_phones() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Two that move one phone take turns: what the second finds of its other addresses is then all there is.
        PERFORM FROM phone WHERE e164 IN (SELECT phone FROM moved) ORDER BY e164 FOR NO KEY UPDATE;
        INSERT INTO reach_due
        SELECT address_id FROM moved
        UNION
        SELECT address_id FROM phone_address WHERE phone IN (SELECT phone FROM moved);
        RETURN NULL;
      END $$;
      CREATE TRIGGER phone_address_added AFTER INSERT ON phone_address
        REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION note_moved_phones();
      CREATE TRIGGER phone_address_removed AFTER DELETE ON phone_address
        REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION note_moved_phones();

      CREATE FUNCTION note_changed_ties() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Two that move one phone take turns: what the second finds of its other addresses is then all there is.
        PERFORM FROM phone WHERE e164 IN (SELECT phone FROM before UNION SELECT phone FROM after) ORDER BY e164 FOR NO KEY UPDATE;
        INSERT INTO reach_due
        SELECT address_id FROM before
        UNION
        SELECT address_id FROM after
        UNION
        SELECT address_id FROM phone_address WHERE phone IN (SELECT phone FROM before UNION SELECT phone FROM after);
        RETURN NULL;
      END $$;
      CREATE TRIGGER phone_address_changed AFTER UPDATE ON phone_address
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION note_changed_ties();

      CREATE FUNCTION note_changed_phones() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO reach_due
        SELECT DISTINCT at.address_id
        FROM before b JOIN after a USING (e164) JOIN phone_address at ON at.phone = a.e164
        WHERE (b.kind, b.language, b.generated, b.objected_at IS NULL, b.quarantine_reason IS NULL)
          IS DISTINCT FROM (a.kind, a.language, a.generated, a.objected_at IS NULL, a.quarantine_reason IS NULL);
        RETURN NULL;
      END $$;
      CREATE TRIGGER phone_changed AFTER UPDATE ON phone
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION note_changed_phones();

      CREATE FUNCTION note_changed_membership() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO membership_change DEFAULT VALUES;
        RETURN NULL;
      END $$;
      CREATE TRIGGER address_place_changed AFTER INSERT OR UPDATE OR DELETE ON address_place
        FOR EACH STATEMENT EXECUTE FUNCTION note_changed_membership();

      INSERT INTO reach_due SELECT DISTINCT address_id FROM phone_address;

      -- Who had a broadcast, or is about to: what a follow-up reaches and an extension leaves out.
      CREATE VIEW told AS
      SELECT broadcast_id, phone, channel, language, generated, status FROM delivery
      WHERE status IN ('planned', 'sending', 'accepted', 'sent', 'delivered', 'no-receipt', 'in-doubt', 'unknown');

      -- An extension, an update or an all-clear follows another broadcast. 'root_id' is the first of them all.
      ALTER TABLE broadcast
        ADD COLUMN relation text CHECK (relation IN ('extension', 'update', 'all-clear')),
        ADD COLUMN follows_id uuid REFERENCES broadcast,
        ADD COLUMN root_id uuid REFERENCES broadcast,
        ADD CONSTRAINT broadcast_follows CHECK (num_nonnulls(relation, follows_id, root_id) IN (0, 3));
      CREATE INDEX broadcast_root ON broadcast (root_id) WHERE root_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE broadcast DROP COLUMN relation, DROP COLUMN follows_id, DROP COLUMN root_id;
      DROP VIEW told;
      DROP TRIGGER address_place_changed ON address_place;
      DROP TRIGGER phone_changed ON phone;
      DROP TRIGGER phone_address_changed ON phone_address;
      DROP TRIGGER phone_address_removed ON phone_address;
      DROP TRIGGER phone_address_added ON phone_address;
      DROP FUNCTION note_changed_membership, note_changed_phones, note_changed_ties, note_moved_phones;
      DROP TABLE audience_count, membership_change, reach_refresh, reach_due, reach;
    `);
  }
}
