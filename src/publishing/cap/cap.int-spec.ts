import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApp } from '../../../test/support/app.js';
import { eventually } from '../../../test/support/eventually.js';
import { sweden } from '../../../test/support/cap/cap-polygons.js';
import { profileFindings } from '../../../test/support/cap/cap-profile.js';
import { CapSchema, type Element } from '../../../test/support/cap/cap-schema.js';
import { testCertificate } from '../../../test/support/cap/test-certificate.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { Clock } from '../../kernel/clock.js';

const settings = { MUNICIPALITY_CODE: '2580', CONTACT_PHONE: '08-465 004 00' };

describe('CAP', () => {
  let pipeline: Pipeline;
  let schema: CapSchema;
  let audience: object;
  beforeAll(async () => {
    schema = new CapSchema();
    pipeline = await Pipeline.start(settings);
    audience = { places: (await pipeline.house({ mobiles: 1 })).places };
  });
  afterAll(async () => {
    await pipeline.stop();
    await schema.close();
  });

  const get = (url: string, headers: Record<string, string> = {}) => pipeline.app.inject({ url, headers });
  const childrenOf = ({ children }: Element, name: string): Element[] =>
    children.filter((one) => one.name === name);
  const text = (of: Element, name: string): string | undefined => childrenOf(of, name)[0]?.text;

  async function feed(): Promise<{ updated: string; entries: { id: string; updated: string }[] }> {
    const { tree } = await schema.check((await get('/feeds/cap.atom')).body);
    return {
      updated: text(tree!, 'updated')!,
      entries: childrenOf(tree!, 'entry').map((entry) => ({
        id: text(entry, 'id')!,
        updated: text(entry, 'updated')!,
      })),
    };
  }
  /** The messages of an incident in the feed, oldest first, fetched from the ids of their entries. */
  async function messagesOf(incident: string): Promise<Element[]> {
    const { entries } = await feed();
    const all = await Promise.all(
      entries.reverse().map(async ({ id }) => {
        expect(id).toMatch(`${pipeline.url}/feeds/cap/`);
        const answer = await get(new URL(id).pathname);
        expect(answer.headers['content-type']).toBe('application/cap+xml; charset=utf-8');
        const { faults, tree } = await schema.check(answer.body);
        expect(faults).toEqual([]);
        expect(profileFindings(tree!, sweden)).toEqual([]);
        return tree!;
      }),
    );
    return all.filter((tree) => text(tree, 'incidents') === incident);
  }
  const messages = (incident: string, count: number): Promise<Element[]> =>
    eventually(async () => {
      const found = await messagesOf(incident);
      return found.length === count && found;
    });
  const send = (more: object = {}): Promise<string> => pipeline.send(audience, { isPublic: true, ...more });
  const follow = (broadcast: string, relation: string, more: object = {}): Promise<string> =>
    pipeline.send({}, { follows: { broadcast, relation }, audience: undefined, ...more });
  const cancel = (id: string) => pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);

  it('says an alert, its update, its extension, its correction and its end', async () => {
    const texts = [
      {
        language: 'sv',
        sms: 'Koka vattnet < 100 °C & "räcker" ]]> inte. Hämta vatten.',
        headline: 'Koka vattnet',
      },
      { language: 'en', sms: 'Boil the water. Fetch water.' },
    ];
    const id = await send({ texts, lane: 'crisis' });
    await messages(id, 1);
    await follow(id, 'update');
    await messages(id, 2);
    const other = await pipeline.house({ mobiles: 1 });
    await follow(id, 'extension', { audience: { places: other.places }, texts: undefined, lane: undefined });
    await messages(id, 3);
    await follow(id, 'correction');
    // The correction ends the sending of the alert and its extension. That is no news of its own.
    await messages(id, 4);
    await follow(id, 'all-clear');
    const all = await messages(id, 5);

    expect(all.map((tree) => text(tree, 'msgType'))).toEqual([
      'Alert',
      'Update',
      'Update',
      'Update',
      'Cancel',
    ]);
    const tuples = all.map((tree) =>
      ['sender', 'identifier', 'sent'].map((name) => text(tree, name)).join(','),
    );
    all.forEach((tree, index) => {
      expect(text(tree, 'references') ?? '').toBe(tuples.slice(0, index).join(' '));
    });
    const [info] = childrenOf(all[0]!, 'info');
    expect(childrenOf(all[0]!, 'info').map((one) => text(one, 'language'))).toEqual(['sv-SE', 'en-GB']);
    expect(text(info!, 'description')).toBe('Koka vattnet < 100 °C & "räcker" ]]> inte. Hämta vatten.');
    expect(text(info!, 'web')).toBe(`${pipeline.url}/aktuellt/${id}`);
    expect(text(childrenOf(all[4]!, 'info')[0]!, 'responseType')).toBe('AllClear');
  });

  it('says that staff withdrew all of it, or only an update', async () => {
    const id = await send();
    const update = await follow(id, 'update');
    await messages(id, 2);
    await cancel(update);
    const standing = await messages(id, 3);
    expect(text(standing[2]!, 'msgType')).toBe('Update');
    await cancel(id);
    const over = await messages(id, 4);
    expect(text(over[3]!, 'msgType')).toBe('Cancel');
    expect(text(over[3]!, 'identifier')).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  it('moves the feed and its entry when an alert just expires', async () => {
    const id = await send();
    await messages(id, 1);
    const before = await feed();
    const clock = pipeline.app.get(Clock);
    try {
      clock.now = () => new Date(Date.now() + 2 * 3_600_000);
      const after = await feed();
      expect(after.updated > before.updated).toBe(true);
      const entryIn = ({ entries }: typeof before) => entries.find((one) => one.id.includes(id))!;
      expect(entryIn(after).updated > entryIn(before).updated).toBe(true);
      expect(await messagesOf(id)).toHaveLength(1);
    } finally {
      clock.now = () => new Date();
    }
  });

  it('keeps each message at its address, the same in each process, also when it is old', async () => {
    const id = await send();
    await messages(id, 1);
    await cancel(id);
    await messages(id, 2);
    const urls = [`/feeds/cap/${id}.xml`, `/feeds/cap/${id}-cancellation.xml`];
    const bodies = await Promise.all(urls.map(async (url) => (await get(url)).body));
    const another = await startTestApp({ PUBLIC_URL: pipeline.url, ...settings });
    try {
      for (const [index, url] of urls.entries())
        expect((await another.inject({ url })).body).toBe(bodies[index]);
    } finally {
      await another.close();
    }
    await pipeline.db.query(`UPDATE broadcast SET expires_at = now() - interval '30 days' WHERE id = $1`, [
      id,
    ]);
    await eventually(async () => !(await feed()).entries.some((entry) => entry.id.includes(id)));
    for (const url of urls) expect((await get(url)).statusCode).toBe(200);
  });

  it('may be kept by caches and read by any website', async () => {
    const id = await send();
    await messages(id, 1);
    const answer = await get(`/feeds/cap/${id}.xml`);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, stale-if-error=600',
      etag: `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`,
    });
    const known = await get(`/feeds/cap/${id}.xml`, { 'if-none-match': answer.headers['etag'] as string });
    expect([known.statusCode, known.body]).toEqual([304, '']);
  });

  it('is signed if there is a key', async () => {
    const id = await send();
    await messages(id, 1);
    const folder = await mkdtemp(path.join(tmpdir(), 'cap-'));
    const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
    const own = testCertificate();
    await writeFile(key, own.key);
    await writeFile(certificate, own.certificate);
    const files = { CAP_SIGNING_KEY_FILE: key, CAP_SIGNING_CERT_FILE: certificate };
    const signing = await startTestApp({ PUBLIC_URL: pipeline.url, ...settings, ...files });
    try {
      const { body } = await signing.inject({ url: `/feeds/cap/${id}.xml` });
      expect(body).toContain('<ds:SignatureValue>');
      expect((await schema.check(body)).faults).toEqual([]);
    } finally {
      await signing.close();
    }
    await rm(folder, { recursive: true });
  });

  it('has nothing that is not public, and says so', async () => {
    const hidden = await pipeline.send(audience);
    const names = [hidden, `${hidden}-cancellation`, '01900000-0000-7000-8000-000000000000', 'x', '%00'];
    for (const name of names) {
      const answer = await get(`/feeds/cap/${name}.xml`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'cap.unknown']);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    }
  });
});
