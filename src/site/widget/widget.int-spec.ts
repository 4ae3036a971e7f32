import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire } from '../../../test/support/staff.js';
import { Scene } from '../../../test/support/scene.js';

describe('what other websites embed', () => {
  let app: NestFastifyApplication;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let topic: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    app = await startTestApp({ EMBED_ORIGINS: 'https://kommun.example.se, https://va.example.se' });
    await hire(app, 'Anna');
    topic = await new Scene(db).topic('vatten');
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  it('lists the open topics for any website', async () => {
    const answer = await app.inject('/feeds/topics.json');
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*' });
    expect(answer.json()).toEqual([
      expect.objectContaining({ id: topic, name: { sv: 'vatten', en: 'vatten' } }),
    ]);
    const again = await app.inject({
      url: '/feeds/topics.json',
      headers: { 'if-none-match': answer.headers.etag },
    });
    expect(again.statusCode).toBe(304);
  });

  it('shows the topics’ page with the choice that was made elsewhere', async () => {
    const page = await app.inject(`/amnen?topics=${topic}&topics=nonsense`);
    expect(page.body).toMatch(new RegExp(`<input[^>]*value="${topic}"[^>]*checked`, 'u'));
    expect((await app.inject('/amnen')).body).not.toMatch(/<input[^>]*checked/u);
  });

  it.each(['/inbaddat/amnen', '/en/embedded/topics'])(
    'lets the named websites alone frame %s, which leads to the whole window',
    async (url) => {
      const page = await app.inject(url);
      expect(page.headers['content-security-policy']).toContain(
        'frame-ancestors https://kommun.example.se https://va.example.se;',
      );
      expect(page.headers).not.toHaveProperty('x-frame-options');
      expect(page.body).toContain('target="_top"');
      expect(page.body).toContain(topic);
    },
  );

  it('lets nobody frame the other pages', async () => {
    const page = await app.inject('/amnen');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['x-frame-options']).toBe('DENY');
  });
});
