import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class BrandLook1764000082000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The look that the console keeps: one row, or none before it is first saved. What the brand folder sets wins.
      CREATE TABLE brand_look (
        id int PRIMARY KEY CHECK (id = 1),
        -- In place of the municipality's name.
        name text,
        -- As in the brand file.
        colours jsonb,
        footer jsonb NOT NULL,
        -- SVG or PNG, on the accent.
        logo bytea,
        -- The same in dark mode.
        dark_logo bytea,
        -- PNG, on white paper.
        print_logo bytea,
        logo_has_name boolean NOT NULL,
        version int NOT NULL DEFAULT 1
      );
    `);
  }

  readonly down = onlyForward;
}
