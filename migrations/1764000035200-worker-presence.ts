import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which workers are alive, for whoever asks why nothing is sent. */
export class WorkerPresence1764000035200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE worker_presence (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE worker_presence');
  }
}
