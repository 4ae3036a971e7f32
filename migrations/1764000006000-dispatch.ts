import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Dispatch1764000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A receipt once answered with 204 is here until it has been applied.
      CREATE TABLE receipt_inbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        received_at timestamptz NOT NULL DEFAULT now(),
        broadcast_id uuid NOT NULL,
        n int NOT NULL,
        token text NOT NULL,
        provider_ref text NOT NULL,
        status text NOT NULL,
        reason text
      );

      -- What may be spent, and what was: GCRA's theoretical arrival time per sender and share.
      CREATE TABLE rate_state (
        sender text PRIMARY KEY,
        theoretical_arrival timestamptz NOT NULL DEFAULT '-infinity'
      );

      -- Lanes that a fault stopped; staff see why and start them again.
      CREATE TABLE sender_stop (
        sender text PRIMARY KEY,
        reason text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE sender_stop, rate_state, receipt_inbox;`);
  }
}
