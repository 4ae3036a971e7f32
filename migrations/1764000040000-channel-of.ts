import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChannelOf1764000040000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- How a number of a kind is reached: the one place in SQL that says it. The table in the code says the same, which a
      -- test compares. Not STRICT: the planner would no longer inline it.
      CREATE FUNCTION channel_of(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE kind WHEN 'mobile' THEN 'sms' WHEN 'landline' THEN 'voice' END
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION channel_of');
  }
}
