import { gunzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { emptyDatabase, openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { ensureShippedTemplates } from './ensure-shipped-templates.js';
import { shippedTemplates, type ShippedTemplate } from './shipped/shipped-templates.js';
import { TemplatesRepository } from './templates.repository.js';

const shippedAs = (words: string): ShippedTemplate => ({
  slug: 'snow',
  name: { sv: 'Snöröjning', en: 'Snow' },
  lane: 'routine',
  exercise: false,
  placeholders: [],
  texts: [{ language: 'sv', sms: words }],
});

// Also on the embedded database (session): several processes write the templates at once.
describe('the templates that come with the program', () => {
  let app: NestFastifyApplication;
  let owner: Hired;
  let db: DataSource;

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    db = app.get(DataSource);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await emptyDatabase(db);
    owner = await hire(app, 'Olga', ['service-owner']);
  });

  const upgradeTo = (...catalogue: ShippedTemplate[]) =>
    ensureShippedTemplates(db, new Date('2026-03-01T12:00:00Z'), catalogue);
  const kept = async () => (await app.get(TemplatesRepository).list())[0]!;
  const write = async (words: string) => {
    const { id, version } = await kept();
    const { slug: _, ...content } = shippedAs(words);
    return post('PUT', id, { ...content, version });
  };
  const post = (method: 'PUT' | 'POST', path: string, payload?: object) =>
    app.inject({ method, url: `/api/v1/templates/${path}`, payload, headers: owner.headers });
  const shown = async () =>
    (await app.inject({ url: `/api/v1/templates/${(await kept()).id}`, headers: owner.headers })).json<
      Record<string, unknown>
    >();

  it('are written once, however often and by however many processes, in their order', async () => {
    const now = new Date();
    await Promise.all([ensureShippedTemplates(db, now), ensureShippedTemplates(db, now)]);
    await ensureShippedTemplates(db, now);
    const list = await app.get(TemplatesRepository).list();
    expect(list.map(({ slug }) => slug)).toEqual(shippedTemplates.map(({ slug }) => slug));
    expect(new Set(list.map(({ version }) => version))).toEqual(new Set([1]));
    const answer = await app.inject({ url: '/api/v1/templates', headers: owner.headers });
    expect(answer.json<object[]>()).toHaveLength(shippedTemplates.length);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['gzip;q=0, br', undefined],
    ['gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('are sent compressed to a client that accepts “%s”: %s', async (accepted, encoding) => {
    await ensureShippedTemplates(db, new Date());
    const headers = { ...owner.headers, 'accept-encoding': accepted };
    const answer = await app.inject({ url: '/api/v1/templates', headers });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toContain('accept-encoding');
    const body = encoding ? gunzipSync(answer.rawPayload) : answer.rawPayload;
    expect(JSON.parse(body.toString())).toHaveLength(shippedTemplates.length);
    if (encoding) expect(answer.rawPayload.length).toBeLessThan(40_000);
    const one = await app.inject({
      url: '/api/v1/session',
      headers: { ...headers, 'accept-encoding': 'gzip' },
    });
    expect(one.headers['content-encoding']).toBeUndefined();
  });

  it('are renewed by an upgrade when nobody has changed them', async () => {
    await upgradeTo(shippedAs('Första.'));
    await upgradeTo(shippedAs('Andra.'));
    expect(await shown()).toMatchObject({
      version: 2,
      texts: [{ sms: 'Andra.' }],
      changed: false,
      newerShipped: false,
      versions: [
        { version: 2, act: 'shipped' },
        { version: 1, act: 'shipped' },
      ],
    });
  });

  it('stay as the municipality wrote them, and offer the newer text until it has been dealt with', async () => {
    await upgradeTo(shippedAs('Första.'));
    await write('Vår egen.');
    expect(await shown()).toMatchObject({ changed: true, newerShipped: false });
    await upgradeTo(shippedAs('Andra.'));
    await upgradeTo(shippedAs('Andra.'));
    expect(await shown()).toMatchObject({
      version: 2,
      texts: [{ sms: 'Vår egen.' }],
      changed: true,
      newerShipped: true,
      asShipped: { texts: [{ sms: 'Andra.' }] },
    });
    await write('Vår egen, med det nya i.');
    expect(await shown()).toMatchObject({ version: 3, changed: true, newerShipped: false });
  });

  it('are reset to what was shipped last, as a new version', async () => {
    await upgradeTo(shippedAs('Första.'));
    await write('Vår egen.');
    await upgradeTo(shippedAs('Andra.'));
    const { id, version } = await kept();
    const stale = await post('POST', `${id}/reset`, { version: version - 1 });
    expect(stale.json()).toMatchObject({ code: 'template.changed-meanwhile' });
    const reset = await post('POST', `${id}/reset`, { version });
    expect(reset.json()).toMatchObject({
      version: 3,
      texts: [{ sms: 'Andra.' }],
      changed: false,
      newerShipped: false,
      versions: [{ act: 'reset', by: 'Olga' }, { act: 'written' }, { act: 'shipped' }],
    });
    expect(reset.json()).not.toHaveProperty('asShipped');
    const again = await post('POST', `${id}/reset`, { version: 3 });
    expect(again.json()).toMatchObject({ version: 3 });
  });

  it('stay archived when an upgrade renews them', async () => {
    await upgradeTo(shippedAs('Första.'));
    await post('POST', `${(await kept()).id}/archive`);
    await upgradeTo(shippedAs('Andra.'));
    expect(await kept()).toMatchObject({ state: 'archived', version: 2 });
  });

  it('belong to the municipality once the program no longer brings them', async () => {
    await upgradeTo(shippedAs('Första.'));
    await upgradeTo();
    expect(await shown()).toMatchObject({ shipped: false, changed: false, texts: [{ sms: 'Första.' }] });
  });

  it('keep every version: none can be changed or removed', async () => {
    await upgradeTo(shippedAs('Första.'));
    await expect(db.query(`UPDATE template_version SET version = 7`)).rejects.toThrow('insert-only');
    await expect(db.query(`DELETE FROM template_version`)).rejects.toThrow('insert-only');
  });
});
