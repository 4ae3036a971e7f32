import { eventually } from '../../../test/support/eventually.js';
import { Pipeline } from '../../../test/support/pipeline.js';

describe('the feeds', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    audience = { places: (await pipeline.house({ mobiles: 1 })).places };
  });
  afterAll(() => pipeline.stop());

  const get = (name: string, headers: Record<string, string> = {}) =>
    pipeline.app.inject({ url: `/feeds/${name}`, headers });

  it('can be read by any website, and answer 304 until something changes', async () => {
    const first = await get('alerts.geojson');
    expect(first.headers).toMatchObject({
      'content-type': 'application/geo+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('max-age=1') as string,
    });
    const { etag } = first.headers as { etag: string };
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect((await get('alerts.geojson', { 'if-none-match': known })).statusCode).toBe(304);

    const id = await pipeline.send(audience, { isPublic: true });
    const changed = await eventually(async () => {
      const answer = await get('alerts.geojson', { 'if-none-match': etag });
      return answer.statusCode === 200 && answer;
    });
    expect(changed.json()).toMatchObject({
      features: [{ id, geometry: null, properties: { headline: expect.any(String) as string, over: null } }],
    });
  });
});
