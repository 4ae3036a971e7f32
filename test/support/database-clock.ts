import { Client } from 'pg';
import { testDatabaseUrl } from './database.js';

/**
 * A clock of the database that a test sets. It stands still. Sessions that are opened between `take` and `giveBack` see
 * it in their statements, not in the defaults of columns.
 */
export class DatabaseClock {
  private constructor(
    private readonly client: Client,
    private readonly database: string,
  ) {}

  static async take(): Promise<DatabaseClock> {
    const url = await testDatabaseUrl();
    const client = new Client({ connectionString: url });
    await client.connect();
    const database = new URL(url).pathname.slice(1);
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS test_clock;
      CREATE TABLE IF NOT EXISTS test_clock.shows (at timestamptz NOT NULL);
      TRUNCATE test_clock.shows;
      CREATE OR REPLACE FUNCTION test_clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS
        'SELECT coalesce((SELECT at FROM test_clock.shows), pg_catalog.now())';
      ALTER DATABASE ${client.escapeIdentifier(database)} SET search_path = test_clock, pg_catalog, public;`);
    return new DatabaseClock(client, database);
  }

  async set(at: Date | string): Promise<void> {
    await this.client.query('DELETE FROM test_clock.shows');
    await this.client.query('INSERT INTO test_clock.shows VALUES ($1)', [at]);
  }

  async giveBack(): Promise<void> {
    await this.client.query(`
      ALTER DATABASE ${this.client.escapeIdentifier(this.database)} RESET search_path;
      DROP SCHEMA test_clock CASCADE;`);
    await this.client.end();
  }
}
