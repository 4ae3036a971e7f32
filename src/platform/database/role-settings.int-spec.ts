import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { openDataSource } from './data-source.js';
import { keepRoleSettings, settingsAmiss, settingsOfRole } from './role-settings.js';
import { describeOnServer } from '../../../test/support/on-server.js';
const wanted = settingsOfRole(60_000);
const stranger = 'budkavle_stranger';

describeOnServer('the settings of a database role', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.query(`DROP ROLE IF EXISTS ${stranger}`);
    const { password } = new URL(await testDatabaseUrl());
    await db.query(`CREATE ROLE ${stranger} LOGIN PASSWORD '${password || 'none'}'`);
  });
  afterAll(async () => {
    await db.query(`DROP ROLE ${stranger}`);
    await db.destroy();
  });

  const asStranger = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const url = new URL(await testDatabaseUrl());
    url.username = stranger;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const asks = (client: Client) => ({
    query: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as unknown,
  });

  it('apply to every session of the role, without any connection option', async () => {
    expect(await settingsAmiss(db, wanted)).toEqual({});
    expect(await asStranger((client) => settingsAmiss(asks(client), wanted))).toEqual({
      jit: 'on',
      random_page_cost: '4',
      statement_timeout: '0',
      idle_in_transaction_session_timeout: '0',
    });
    // The migrating role gives the settings to the role of web and workers.
    expect(await keepRoleSettings(db, wanted, stranger)).toEqual([]);
    expect(await asStranger((client) => settingsAmiss(asks(client), wanted))).toEqual({});
  });

  it('can be set by a role on itself; settings it may not change are returned as statements', async () => {
    const [{ me, here }] = await db.query<[{ me: string; here: string }]>(
      'SELECT current_user AS me, current_database() AS here',
    );
    const longer = settingsOfRole(90_000);
    expect(await asStranger((client) => keepRoleSettings(asks(client), longer, me))).toEqual([
      `ALTER ROLE "${me}" IN DATABASE "${here}" SET statement_timeout = '90000';`,
    ]);
    expect(await asStranger((client) => settingsAmiss(asks(client), longer))).toEqual({});
  });

  it('do not limit the time of an import', async () => {
    const direct = await openDataSource({
      url: await testDatabaseUrl(),
      pool: 1,
      migrations: [],
      direct: true,
    });
    expect(await direct.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '0' }]);
    expect(await direct.query('SHOW jit')).toEqual([{ jit: 'off' }]);
    await direct.destroy();
  });
});
