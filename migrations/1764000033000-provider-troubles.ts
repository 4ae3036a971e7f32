import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProviderTroubles1764000033000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      SET LOCAL lock_timeout = '5s';
      -- What the provider can't be asked now, one row a kind of question: 'list-sms', 'cancel-voice' …
      CREATE TABLE provider_trouble (
        question text PRIMARY KEY,
        reason text NOT NULL,
        failures int NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        at timestamptz NOT NULL DEFAULT now()
      );

      -- When a stopped sender is tried again by itself; null when only a person may start it.
      ALTER TABLE sender_stop ADD COLUMN probe_at timestamptz;
      -- When that was last done: a sender has one such try an hour.
      CREATE TABLE sender_probe (
        sender text PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE sender_probe, provider_trouble;
      ALTER TABLE sender_stop DROP COLUMN probe_at;
    `);
  }
}
