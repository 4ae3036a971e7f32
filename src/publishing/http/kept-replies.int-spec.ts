import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import { testDatabaseUrl } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { doorTo } from '../../../test/support/outage.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { Stopping } from '../../platform/processes/stopping.js';

const pages = [
  ...['/feeds/alerts.geojson', '/feeds/alerts.json', '/feeds/alerts.en.atom', '/feeds/cap.atom'],
  ...['/aktuellt', '/en/news'],
];

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

/** Only the usual way gives a request an id. */
const isKept = ({ headers }: Answer): boolean => headers['x-request-id'] === undefined;
const kept = (...asked: Parameters<typeof ask>): Promise<Answer> =>
  eventually(async () => {
    const answer = await ask(...asked);
    return isKept(answer) && answer;
  });

describe('a kept answer', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    audience = { places: (await pipeline.house({ mobiles: 1 })).places };
    await pipeline.send(audience, { isPublic: true });
  });
  afterAll(() => pipeline.stop());

  const tagOf = async (path: string) => (await ask(pipeline.url + path)).headers.etag!;
  const comparable = ({ status, headers, body }: Answer) => {
    const { date: _, age: __, 'x-request-id': ___, ...more } = headers;
    // The framework says 0 for HEAD. RFC 9110, 8.6: then none is better.
    if (status === 304) delete more['content-length'];
    // It says when it was right.
    return { status, headers: more, body: String(body).replace(/"timestamp":"[^"]*"/, '') };
  };

  const gzip = { 'accept-encoding': 'br, gzip' };
  it.each(pages)('of %s is as the usual way answers, for all and for those who have it', async (path) => {
    const tag = await tagOf(path);
    // RFC 9110, 8.8.3: no space, no quotation mark.
    expect(tag).toMatch(/^(W\/)?"[!#-~]+"$/);
    const url = pipeline.url + path;
    for (const [status, headers] of [
      [200, {}],
      [200, { 'if-none-match': '"other"' }],
      [304, { 'if-none-match': tag }],
      [304, { 'if-none-match': `W/${tag.replace('W/', '')}` }],
      [304, { 'if-none-match': `"other", ${tag}` }],
      [304, { 'if-none-match': '*', ...gzip }],
    ] as [number, Record<string, string>][])
      for (const method of ['GET', 'HEAD']) {
        // An address with a query is never kept.
        const [usual, short] = [await ask(`${url}?usual`, headers, method), await kept(url, headers, method)];
        expect(isKept(usual)).toBe(false);
        expect(comparable(short)).toEqual(comparable(usual));
        expect([short.status, Number(short.headers.age) >= 0]).toEqual([status, true]);
      }
  });

  it.each(pages)('of %s is compressed for those who accept it, the usual way too', async (path) => {
    const url = pipeline.url + path;
    const plain = comparable(await kept(url)).body;
    for (const answer of [await kept(url, gzip), await ask(`${url}?usual`, gzip)]) {
      const etag = expect.stringMatching(/^W\//) as string;
      expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag });
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(comparable({ ...answer, body: gunzipSync(answer.body) }).body).toBe(plain);
    }
    const refused = await kept(url, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers).toMatchObject({ vary: 'accept-encoding' });
    expect(refused.headers).not.toHaveProperty('content-encoding');
  });

  it.each(pages)('of %s is 200 as soon as something has changed', async (path) => {
    const tag = await tagOf(path);
    await pipeline.send(audience, { isPublic: true });
    const changed = await eventually(async () => {
      const answer = await ask(pipeline.url + path, { 'if-none-match': tag });
      return answer.status === 200 && answer;
    });
    expect(changed.headers.etag).not.toBe(tag);
  });

  it('is never given for a path that has no answer of its own', async () => {
    for (const path of ['/aktuellt/', '/feeds/alerts.xx.atom'])
      expect(isKept(await ask(pipeline.url + path, { 'if-none-match': '*' }))).toBe(false);
  });

  it('closes the connection once the process is told to stop', async () => {
    const url = `${pipeline.url}/feeds/alerts.geojson`;
    const tag = await tagOf('/feeds/alerts.geojson');
    pipeline.app.get(Stopping).begin();
    const answer = await ask(url, { 'if-none-match': tag, connection: 'keep-alive' });
    expect([answer.status, answer.headers.connection]).toEqual([304, 'close']);
  });
});

describe('the tag of what is published', () => {
  it('is the same after a restart, and another when the municipality changes its name', async () => {
    const pipeline = await Pipeline.start();
    const { places } = await pipeline.house({ mobiles: 1 });
    await pipeline.send({ places }, { isPublic: true });
    const tags = async (settings: Record<string, string>) => {
      const other = await pipeline.startAnotherWeb(settings);
      const found = await Promise.all(
        pages.map(async (url) => (await other.inject({ url })).headers['etag']),
      );
      await other.close();
      return found;
    };
    const [before, again] = [await tags({}), await tags({})];
    const renamed = await tags({ MUNICIPALITY_NAME: 'Bodens kommun' });
    expect(again).toEqual(before);
    // GeoJSON does not name it.
    expect(renamed.filter((tag) => before.includes(tag))).toEqual([before[0]]);
    await pipeline.stop();
  });
});

describe('a kept answer while the database is away', () => {
  it('is what was known last, with its age', async () => {
    const pipeline = await Pipeline.start();
    const door = await doorTo(await testDatabaseUrl());
    const app = await pipeline.startAnotherWeb({ DATABASE_URL: door.url });
    await app.listen(0, '127.0.0.1');
    const url = `${await app.getUrl()}/feeds/alerts.json`;
    const before = await kept(url);
    await door.shut();
    const old = await eventually(async () => {
      const answer = await ask(url, { 'if-none-match': before.headers.etag! });
      return isKept(answer) && Number(answer.headers.age) > 1 && answer;
    });
    expect(old.status).toBe(304);
    await door.open();
    await eventually(async () => (await kept(url)).headers.age === '0');
    await app.close();
    await door.shut();
    await pipeline.stop();
  });
});
