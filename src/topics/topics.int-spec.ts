import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { newId } from '../kernel/ids.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Role } from '../staff/member.js';
import { MembersRepository } from '../staff/members.repository.js';
import { hashSecret } from '../staff/secrets.js';
import { SubscriberHistory } from './subscriber-history.repository.js';
import { ensureDemoTopics } from './ensure-demo-topics.js';

const words = { sv: 'Ord', en: 'Words' };
const topic = { name: words, description: words, owner: 'Enhetschef', state: 'open', position: 3 };

describe('the topic catalogue', () => {
  let app: NestFastifyApplication;
  const water = newId();

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    const members = app.get(MembersRepository);
    const hire = (key: string, departmentId: string, departmentName: string, roles: Role[]) =>
      members.ensureMember(
        { id: newId(), name: key, email: `${key}@example.com`, departmentId, departmentName, roles },
        hashSecret(key),
        'test',
      );
    await hire('owner', water, 'VA', ['service-owner']);
    await hire('author', water, 'VA', ['author']);
    await hire('stranger', newId(), 'Kultur', ['service-owner']);
  });
  afterAll(() => app.close());

  const call = (key: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    app.inject({ method, url: `/api/v1/topics${url}`, payload, headers: { authorization: `Bearer ${key}` } });

  it('accepts a topic, changes its words but not its slug, and leaves an audit trail', async () => {
    const added = await call('owner', 'POST', '', { ...topic, slug: 'vatten' });
    expect(added.statusCode).toBe(201);
    const { id } = added.json<{ id: string }>();
    const changed = await call('owner', 'PUT', `/${id}`, { ...topic, state: 'closed', owner: 'Driftchef' });
    expect(changed.json()).toEqual({
      id,
      slug: 'vatten',
      name: words,
      description: words,
      state: 'closed',
      department: 'VA',
      owner: 'Driftchef',
      position: 3,
      subscribers: 0,
      version: 2,
      isPublic: true,
      mayChange: true,
    });
    const asAuthor = { ...changed.json<object>(), mayChange: false };
    expect((await call('author', 'GET', '')).json()).toContainEqual(asAuthor);
    expect((await call('stranger', 'GET', '')).json()).toContainEqual(asAuthor);
    const entries = await app
      .get(DataSource)
      .query('SELECT action FROM audit_entry WHERE subject = $1 ORDER BY id', [id]);
    expect(entries).toEqual([{ action: 'topic.add' }, { action: 'topic.change' }]);
    expect((await app.get(AuditLog).examine()).broken).toBeUndefined();
  });

  it.each([
    ['a member without the role', 'author', { ...topic, slug: 'a' }, 403, 'staff.role-required'],
    ['an address that is taken', 'owner', { ...topic, slug: 'vatten' }, 409, 'topic.slug-taken'],
    [
      'an address with letters that don’t go there',
      'owner',
      { ...topic, slug: 'Åäö' },
      400,
      'request.invalid',
    ],
    [
      'words in one language only',
      'owner',
      { ...topic, slug: 'b', name: { sv: 'x' } },
      400,
      'request.invalid',
    ],
    [
      'a name that deceives',
      'owner',
      { ...topic, slug: 'd', name: { sv: 'V\u0430tten', en: 'Water' } },
      400,
      'name.look-alike',
    ],
    [
      'words that turn',
      'owner',
      { ...topic, slug: 'd', description: { sv: 'Ord', en: '\u202eWords' } },
      400,
      'name.unseen-character',
    ],
    ['a field nobody knows', 'owner', { ...topic, slug: 'b', price: 5 }, 400, 'request.invalid'],
    ['a wrong key', 'nobody', { ...topic, slug: 'b' }, 401, 'staff.wrong-key'],
  ])('refuses %s', async (_name, key, body, status, code) => {
    const answer = await call(key, 'POST', '', body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('refuses a change without state or position, and leaves the topic in service', async () => {
    const [before] = (await call('owner', 'GET', '')).json<[{ id: string }]>();
    for (const field of ['state', 'position'] as const) {
      const { [field]: _, ...rest } = topic;
      const answer = await call('owner', 'PUT', `/${before.id}`, rest);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'request.invalid']);
    }
    expect((await call('owner', 'GET', '')).json()).toContainEqual(before);
  });

  it('creates a topic without state and position as a draft in first place', async () => {
    const { state, position, ...rest } = topic;
    const added = await call('owner', 'POST', '', { ...rest, slug: 'nytt' });
    expect(added.json()).toMatchObject({ state: 'draft', position: 0 });
    expect([state, position]).toEqual(['open', 3]);
  });

  it("refuses a name that looks like another topic's, unless one of them is closed", async () => {
    const named = (slug: string, sv: string, en: string) => ({ ...topic, slug, name: { sv, en } });
    const first = await call('owner', 'POST', '', named('illa', 'Illa i Luleå', 'Bad weather'));
    const { id } = first.json<{ id: string }>();
    for (const [sv, en] of [
      ['ILLA I LULEÅ', 'Else'],
      ['IIla i Luleå', 'Else'],
      ['Något', 'bad weather'],
      ['Bad weather', 'Else'],
    ] as const) {
      const answer = await call('stranger', 'POST', '', named('annat', sv, en));
      expect([answer.statusCode, answer.json()]).toEqual([
        409,
        expect.objectContaining({ code: 'topic.name-taken' }),
      ]);
    }
    const other = (await call('owner', 'POST', '', named('annat', 'Annat', 'Else'))).json<{ id: string }>();
    const { slug: _, ...illa } = named('', 'Illa i Luleå', 'Bad weather');
    expect((await call('owner', 'PUT', `/${other.id}`, illa)).json()).toMatchObject({
      code: 'topic.name-taken',
    });
    expect((await call('owner', 'PUT', `/${id}`, { ...illa, state: 'closed' })).statusCode).toBe(200);
    expect((await call('owner', 'PUT', `/${other.id}`, illa)).statusCode).toBe(200);
    expect((await call('owner', 'PUT', `/${id}`, illa)).json()).toMatchObject({ code: 'topic.name-taken' });
  });

  it('refuses a change based on a version that somebody else has changed, even at the same moment', async () => {
    const body = { ...topic, name: { sv: 'Två på en gång', en: 'Two at once' } };
    const { id, version } = (await call('owner', 'POST', '', { ...body, slug: 'tva' })).json<{
      id: string;
      version: number;
    }>();
    const both = await Promise.all(
      ['Anna', 'Bo'].map((owner) => call('owner', 'PUT', `/${id}`, { ...body, owner, version })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.map((answer) => answer.json())).toContainEqual(
      expect.objectContaining({ code: 'topic.changed-meanwhile' }),
    );
    const now = { ...body, owner: 'Cecilia', version: version + 1 };
    expect((await call('owner', 'PUT', `/${id}`, now)).json()).toMatchObject({ owner: 'Cecilia' });
  });

  it('refuses a change by another department, and a change of an unknown topic', async () => {
    const [{ id }] = (await call('owner', 'GET', '')).json<[{ id: string }]>();
    expect((await call('stranger', 'PUT', `/${id}`, topic)).json()).toMatchObject({
      code: 'staff.other-department',
    });
    expect((await call('owner', 'PUT', `/${newId()}`, topic)).json()).toMatchObject({
      code: 'topic.not-found',
    });
    expect((await call('owner', 'PUT', '/1', topic)).json()).toMatchObject({ code: 'request.invalid' });
  });

  it('counts subscribers month by month, in the municipality’s time zone', async () => {
    const db = app.get(DataSource);
    const { id } = (
      await call('owner', 'POST', '', { ...topic, slug: 'manad', name: { sv: 'Månad', en: 'Month' } })
    ).json<{ id: string }>();
    const [early, left, late] = ['+46701740610', '+46701740611', '+46701740612'];
    const event = (phone: string | undefined, act: string, at: string) =>
      db.query(
        `INSERT INTO consent_event (at, phone, topic_id, act, how, text_hash)
         VALUES ($1, $2, $3, $4::text, 'web', CASE WHEN $4 = 'began' THEN '\\x01'::bytea END)`,
        [at, phone, id, act],
      );
    await db.query(
      `INSERT INTO consent_text (hash, version, language, body) VALUES ('\\x01', '1', 'sv', '') ON CONFLICT DO NOTHING`,
    );
    await event(early, 'began', '2025-01-10T10:00:00Z');
    // In Sweden it is already October.
    await event(left, 'began', '2026-09-30T22:30:00Z');
    await event(late, 'began', '2026-10-15T10:00:00Z');
    await event(left, 'ended', '2026-11-02T10:00:00Z');
    for (const phone of [early, late])
      await db.query(
        'INSERT INTO subscription (topic_id, phone, language, since) VALUES ($1, $2, $3, now())',
        [id, phone, 'sv'],
      );
    const clock = { now: () => new Date('2026-11-30T12:00:00Z') };
    const months = await new SubscriberHistory(db, clock).of(id);
    expect((await call('author', 'GET', `/${id}/subscribers`)).json()).toHaveLength(13);
    expect(months).toHaveLength(13);
    expect([months[0], ...months.slice(-3)]).toEqual([
      { month: '2025-11', began: 0, ended: 0, subscribers: 1 },
      { month: '2026-09', began: 0, ended: 0, subscribers: 1 },
      { month: '2026-10', began: 2, ended: 0, subscribers: 3 },
      { month: '2026-11', began: 0, ended: 1, subscribers: 2 },
    ]);
  });

  it('refuses the subscribers of an unknown topic', async () => {
    const answer = await call('author', 'GET', `/${newId()}/subscribers`);
    expect(answer.json()).toMatchObject({ code: 'topic.not-found' });
  });

  it("ensureDemoTopics adds the demo's topics only once", async () => {
    await ensureDemoTopics(app.get(DataSource), water);
    const once = (await call('author', 'GET', '')).json<unknown[]>();
    await ensureDemoTopics(app.get(DataSource), water);
    expect((await call('author', 'GET', '')).json()).toEqual(once);
    expect(once).toContainEqual(
      expect.objectContaining({ slug: 'badvatten', state: 'open', subscribers: 0 }),
    );
  });
});
