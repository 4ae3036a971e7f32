import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class Rota1764000064100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who is on duty, and who takes their place.
      CREATE TABLE duty_shift (
        id uuid PRIMARY KEY,
        member_id uuid NOT NULL REFERENCES member,
        role text NOT NULL CHECK (role IN ('approver', 'duty-officer')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        deputy_id uuid REFERENCES member,
        CHECK (ends_at > starts_at),
        CHECK (deputy_id <> member_id)
      );
      CREATE INDEX duty_shift_ends ON duty_shift (ends_at);

      -- The days on which service owners were told of a gap in the rota. The key lets one worker tell them, once a day.
      CREATE TABLE rota_gap_told (day date PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
    `);
  }

  readonly down = onlyForward;
}
