import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSubject1764000012000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A broadcast's page tells its history.
    await db.query('CREATE INDEX audit_entry_subject ON audit_entry (subject, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX audit_entry_subject');
  }
}
