import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CallsThatFit1764000039400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- For as long as a provider is asked. fits-doubt: a call that an attempt in doubt may have made, and another delivery to
      -- the same phone too. heard: a message of the ledger's own that arrived, which the ledger may not know.
      ALTER TABLE unknown_message DROP CONSTRAINT unknown_message_became_check,
        ADD CONSTRAINT unknown_message_became_check
          CHECK (became IN ('waiting', 'fits-doubt', 'heard', 'taken-over', 'not-told-apart', 'fits-none'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM unknown_message WHERE became IN ('fits-doubt', 'heard');
      ALTER TABLE unknown_message DROP CONSTRAINT unknown_message_became_check,
        ADD CONSTRAINT unknown_message_became_check
          CHECK (became IN ('waiting', 'taken-over', 'not-told-apart', 'fits-none'));
    `);
  }
}
