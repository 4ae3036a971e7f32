import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptProtection1764000020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The protection that staff had given persons who were erased, so that the next register doesn't show them. Hashed as
      -- in kept_objection.
      CREATE TABLE kept_protection (
        phone_hash bytea PRIMARY KEY
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE kept_protection;`);
  }
}
