import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from '../src/platform/database/only-forward.js';

export class WebhookTries1764000082100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Each try of a message to an endpoint, in the order of their ids.
      CREATE TABLE webhook_try (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        delivery_n bigint NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
        at timestamptz NOT NULL,
        -- Milliseconds that it took. Null: it has not ended, or the worker died.
        took int,
        -- HTTP status of the answer.
        status int,
        -- Why it failed.
        reason text
      );
      CREATE INDEX webhook_try_delivery ON webhook_try (delivery_n);
    `);
  }

  readonly down = onlyForward;
}
