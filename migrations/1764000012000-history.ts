import type { MigrationInterface, QueryRunner } from 'typeorm';

export class History1764000012000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A broadcast's page tells its history.
      CREATE INDEX audit_entry_subject ON audit_entry (subject, id);

      -- As phone.e164 always was: enrolling reads its digits.
      ALTER TABLE subscription ADD CONSTRAINT subscription_phone_check CHECK (phone ~ '^\\+[1-9][0-9]{5,14}$');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX audit_entry_subject;
      ALTER TABLE subscription DROP CONSTRAINT subscription_phone_check;
    `);
  }
}
