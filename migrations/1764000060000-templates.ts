import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Templates1764000060000 implements MigrationInterface {
  readonly down = onlyForward;

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Messages kept ready. The program brings some; staff write others.
      CREATE TABLE template (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('active', 'archived')),
        -- The version in use. Each version has its row in template_version.
        version int NOT NULL,
        -- Order in lists. Null for those that staff added: they come last, by name.
        position int,
        -- What the program brings for this slug. Null for those that staff added.
        shipped jsonb,
        -- The program brought a new text after staff had changed the one in use, and nobody has dealt with it.
        newer_shipped boolean NOT NULL DEFAULT false
      );

      -- What was in use, and since when. A broadcast refers to the version that it was made from.
      CREATE TABLE template_version (
        template_id uuid NOT NULL REFERENCES template,
        version int NOT NULL,
        content jsonb NOT NULL,
        act text NOT NULL CHECK (act IN ('shipped', 'written', 'reset')),
        at timestamptz NOT NULL,
        -- Null for the program itself.
        member_id uuid REFERENCES member,
        PRIMARY KEY (template_id, version)
      );

      CREATE FUNCTION template_version_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'template_version is insert-only';
      END $$;
      CREATE TRIGGER template_version_insert_only BEFORE UPDATE OR DELETE ON template_version
        FOR EACH ROW EXECUTE FUNCTION template_version_is_insert_only();
      CREATE TRIGGER template_version_no_truncate BEFORE TRUNCATE ON template_version
        FOR EACH STATEMENT EXECUTE FUNCTION template_version_is_insert_only();

      -- Somebody has read a translation. It counts for exactly that text: after a change it is void, and when the
      -- text comes back it counts again.
      CREATE TABLE template_review (
        template_id uuid NOT NULL REFERENCES template,
        language text NOT NULL,
        text_hash bytea NOT NULL,
        -- Who read it, often not a member of staff.
        reviewer text NOT NULL,
        reviewed_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES member,
        PRIMARY KEY (template_id, language, text_hash)
      );
    `);
  }
}
