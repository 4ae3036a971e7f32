import type { DataSource } from 'typeorm';
import { emptyTables, openTestDatabase } from '../../test/support/database.js';
import { PublicSite } from '../../test/support/public-site.js';
import { newId } from '../kernel/ids.js';
import { AskForTopics } from './ask-for-topics.js';
import { StartRequestedTopics } from './start-requested-topics.js';
import { ensureDemoTopics } from './ensure-demo-topics.js';
import { ShowOwnTopics } from './show-own-topics.js';
import { TopicsRepository } from './topics.repository.js';

const phone = '+46701740605';

describe('choosing topics', () => {
  let db: DataSource;
  let site: PublicSite;
  let topicId: string;

  const request = (changes: Partial<Parameters<AskForTopics['run']>[0]> = {}) =>
    site.app.get(AskForTopics, { strict: false }).run({
      number: phone,
      purpose: 'subscribe',
      language: 'sv',
      client: '192.0.2.7',
      wanted: [topicId],
      ...changes,
    });
  const confirm = (session: string, code: string) =>
    site.app.get(StartRequestedTopics, { strict: false }).run(session, code);
  const own = (session: string) => site.app.get(ShowOwnTopics, { strict: false }).run(session);

  beforeAll(async () => {
    db = await openTestDatabase();
    site = await PublicSite.start();
  });
  beforeEach(async () => {
    await emptyTables(db, 'verification, code_allowance, consent_event, subscription, topic, department');
    const departmentId = newId();
    await db.query('INSERT INTO department (id, name) VALUES ($1, $2)', [departmentId, 'VA']);
    await ensureDemoTopics(db, departmentId);
    topicId = (await new TopicsRepository(db).list())[0]!.id;
    site.sent.length = 0;
  });
  afterAll(async () => {
    await site.close();
    await db.destroy();
  });

  it('starts the chosen topics once, with the consent text that was read', async () => {
    const { session } = await request();
    expect(site.sent).toMatchObject([{ phone, language: 'sv' }]);
    const confirmed = await confirm(session, site.codeTo(phone));
    expect((await own(confirmed.session)).topics.filter((topic) => topic.subscribed)).toMatchObject([
      { id: topicId },
    ]);
    const consents = await db.query(
      `SELECT e.phone, e.act, e.how, t.version, t.body FROM consent_event e JOIN consent_text t ON t.hash = e.text_hash`,
    );
    expect(consents).toEqual([
      { phone, act: 'began', how: 'web', version: '1', body: expect.stringContaining('Luleå kommun') },
    ]);
    await expect(db.query('DELETE FROM consent_event')).rejects.toThrow('append-only');
    await expect(db.query(`UPDATE consent_event SET phone = 'x'`)).rejects.toThrow('append-only');
  });

  it('starts nothing on a wrong code, and starts once when the right code is sent twice concurrently', async () => {
    const { session } = await request();
    const code = site.codeTo(phone);
    await expect(confirm(session, code === '000000' ? '000001' : '000000')).rejects.toThrow();
    expect(await db.query('SELECT FROM subscription')).toHaveLength(0);
    await Promise.allSettled([confirm(session, code), confirm(session, code)]);
    expect(await db.query('SELECT FROM consent_event')).toHaveLength(1);
  });

  it('refuses topics that nobody can subscribe to', async () => {
    await db.query(`UPDATE topic SET state = 'closed' WHERE id = $1`, [topicId]);
    await expect(request()).rejects.toMatchObject({ code: 'topic.not-found' });
    await expect(request({ wanted: [newId()] })).rejects.toMatchObject({ code: 'topic.not-found' });
    await expect(request({ wanted: [] })).rejects.toMatchObject({ code: 'topic.none-chosen' });
    expect(site.sent).toHaveLength(0);
  });
});
