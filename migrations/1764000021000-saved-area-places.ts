import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which places an area was saved: it holds their addresses, also those that lie outside their polygons (ADR 7). */
export class SavedAreaPlaces1764000021000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE saved_area ADD COLUMN places uuid[]`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE saved_area DROP COLUMN places');
  }
}
