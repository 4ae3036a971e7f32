import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Topics1764000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE topic (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        department_id uuid NOT NULL REFERENCES department,
        owner_name text NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        position int NOT NULL DEFAULT 0
      );

      -- Who gets a topic now. Only mobiles: a topic is a text. History is in consent_event.
      CREATE TABLE subscription (
        topic_id uuid NOT NULL REFERENCES topic,
        phone text NOT NULL,
        language text NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (topic_id, phone)
      );
      CREATE INDEX subscription_phone ON subscription (phone);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE subscription, topic;`);
  }
}
