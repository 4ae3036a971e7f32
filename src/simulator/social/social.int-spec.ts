import { startHarness } from '../harness.fixture.js';

describe('the simulated social media', () => {
  let harness: Awaited<ReturnType<typeof startHarness>>;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.close());

  const ask = (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(harness.url + path, {
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      headers: { authorization: 'Bearer demo-mastodon-kommunen', ...headers },
    });
  const seen = async () =>
    ((await (await ask('/social')).json()) as { posts: { text: string }[] }).posts.map(({ text }) => text);

  it('keep a post once for each idempotency key', async () => {
    for (const key of ['a', 'a', 'b'])
      expect((await ask('/api/v1/statuses', { status: 'En gång.' }, { 'idempotency-key': key })).status).toBe(
        200,
      );
    expect(await seen()).toEqual(['En gång.', 'En gång.']);
  });

  it('count a link as 23 characters, and refuse what is longer than 500', async () => {
    const link = `https://kommun.example/${'x'.repeat(100)}`;
    const post = (length: number) => ask('/api/v1/statuses', { status: `${'x'.repeat(length)} ${link}` });
    expect((await post(476)).status).toBe(200);
    expect((await post(477)).status).toBe(422);
  });

  it('refuse a token that is not theirs', async () => {
    const wrong = { authorization: 'Bearer demo-facebook-kommunen' };
    expect((await ask('/api/v1/statuses', { status: 'Nej.' }, wrong)).status).toBe(401);
    const graph = await ask('/graph/v25.0/me');
    expect([graph.status, await graph.json()]).toMatchObject([400, { error: { code: 190 } }]);
  });

  it('show hostile texts as text', async () => {
    await ask('/api/v1/statuses', { status: '<script>alert(1)</script>' });
    const page = await (await ask('/social', undefined, { accept: 'text/html' })).text();
    expect(page).toContain('&lt;script>alert(1)&lt;/script>');
  });
});
