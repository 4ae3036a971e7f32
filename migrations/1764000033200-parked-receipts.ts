import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParkedReceipts1764000033200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Receipts that could not be applied, one a row, so that they keep no other waiting; kept until somebody has seen why.
      CREATE TABLE receipt_parked (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        parked_at timestamptz NOT NULL DEFAULT now(),
        error text NOT NULL,
        broadcast_id uuid NOT NULL,
        n int NOT NULL,
        token text NOT NULL,
        provider_ref text NOT NULL,
        status text NOT NULL,
        reason text,
        failure text,
        sender_address text
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE receipt_parked;`);
  }
}
