import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An e-mail address is one person however it is written. Where two already share one, both stay until they are hired again. */
export class MemberEmail1764000038200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        CREATE UNIQUE INDEX member_email ON member (lower(email));
      EXCEPTION WHEN unique_violation THEN
        CREATE INDEX member_email ON member (lower(email));
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX member_email');
  }
}
