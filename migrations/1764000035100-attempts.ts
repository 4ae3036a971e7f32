import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose turn an Idempotency-Key is, so that one whose work was rolled back is free at once. */
export class Attempts1764000035100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE idempotent_answer
        -- Which request holds the key; null of a program that didn't say.
        ADD COLUMN attempt uuid,
        -- Set in the transaction of what was done: false means that nothing of it was committed.
        ADD COLUMN done boolean NOT NULL DEFAULT false,
        -- Moved forward while the request is being answered.
        ADD COLUMN alive_at timestamptz NOT NULL DEFAULT now();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE idempotent_answer DROP COLUMN attempt, DROP COLUMN done, DROP COLUMN alive_at',
    );
  }
}
