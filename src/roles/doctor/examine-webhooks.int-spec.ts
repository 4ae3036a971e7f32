import type { DataSource } from 'typeorm';
import { openTestDatabase, testDatabaseUrl } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../../platform/config/config.js';
import { newSecret, sealSecret } from '../../publishing/webhooks/webhook-secret.js';
import { examineWebhooks } from './examine-webhooks.js';

const secretKey = 'a-secret-key-of-a-test-that-is-long-enough';

describe('what the doctor says about webhooks', () => {
  let db: DataSource;
  beforeAll(async () => (db = await openTestDatabase()));
  beforeEach(() => db.query('DELETE FROM webhook_endpoint'));
  afterAll(() => db.destroy());

  const examine = async (key = secretKey) => {
    const config = Config.read({ DATABASE_URL: await testDatabaseUrl(), SECRET_KEY: key });
    return (await examineWebhooks(config)).map(({ kind, what }) => `${kind}: ${what}`);
  };
  const add = async (columns: { active?: string; gone?: string } = {}): Promise<string> => {
    const id = newId();
    await db.query(
      `INSERT INTO webhook_endpoint (id, address, description, events, include_unpublished, active_since, gone_at, secret, created_at)
       VALUES ($1, 'https://app.example/in?key=secret-part', 'Appen', '{}', false, ${columns.active ?? 'now()'},
         ${columns.gone ?? 'NULL'}, $2, now())`,
      [id, sealSecret(newSecret(), id, secretKey)],
    );
    return id;
  };
  const sent = (endpoint: string, state: string, ago: string, tries = 1) =>
    db.query(
      `INSERT INTO webhook_delivery (endpoint_id, type, at, queued_at, last_try_at, state, tries, next_try_at)
       VALUES ($1, 'webhook.test', now(), now() - interval '${ago}', now() - interval '${ago}', $2, $3,
         CASE WHEN $2 = 'waiting' THEN now() END)`,
      [endpoint, state, tries],
    );

  it('is nothing without a receiver, or with one that is off', async () => {
    expect(await examine()).toEqual([]);
    await add({ active: 'NULL' });
    expect(await examine()).toEqual([]);
  });

  it('is that all are well, also if something failed and a later message arrived', async () => {
    const id = await add();
    await sent(id, 'failed', '3 days');
    await sent(id, 'delivered', '2 days');
    await sent(id, 'waiting', '2 hours');
    expect(await examine()).toEqual(['ok: Webhooks: one receiver, all well']);
  });

  it.each(['waiting', 'failed'])('is a problem when nothing has arrived for a day: %s', async (state) => {
    const id = await add();
    await sent(id, 'delivered', '5 days');
    await sent(id, state, '25 hours');
    const [said, ...rest] = await examine();
    expect(said).toMatch(/^problem: Nothing has arrived at .*“Appen” \(app\.example\) since 20/);
    expect(rest).toEqual([]);
    expect(said).not.toContain('secret-part');
  });

  it('is nothing about what was never tried', async () => {
    await sent(await add(), 'waiting', '2 days', 0);
    expect(await examine()).toEqual(['ok: Webhooks: one receiver, all well']);
  });

  it('is a note when one answered 410', async () => {
    await add({ active: 'NULL', gone: 'now()' });
    expect(await examine()).toEqual([expect.stringMatching(/^advice: Switched off .*it answered 410 at 20/)]);
  });

  it('is a problem when its secret can’t be read', async () => {
    await add();
    expect(await examine('another-secret-key-that-is-long-enough-too')).toEqual([
      expect.stringMatching(/^problem: Nothing is sent to .* another SECRET_KEY$/),
    ]);
  });
});
