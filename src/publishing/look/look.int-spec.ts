import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { BrandFolder, logoSvg, onePixelPng } from '../../../test/support/brand-folder.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/eventually.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { Brand } from '../../platform/brand/brand.js';
import { FollowLook } from './follow-look.js';

const red = { light: { accent: '#7a0c1e', accentText: '#ffffff' } };
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');

describe('the look that staff keep', () => {
  let app: NestFastifyApplication;
  let owner: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ MUNICIPALITY_NAME: 'Rödköping' });
    owner = await hire(app, 'Ada', ['service-owner']);
  });
  beforeEach(() => app.inject({ method: 'DELETE', url: '/api/v1/look', headers: owner.headers }));
  afterAll(() => app.close());

  const ask = async (method: 'GET' | 'PUT' | 'DELETE' | 'POST', path = '', payload?: object, to = app) => {
    const answer = await to.inject({
      method,
      url: `/api/v1/look${path}`,
      headers: owner.headers,
      ...(payload ? { payload } : {}),
    });
    return answer.json<Record<string, unknown> & { version: number; code?: string; title?: string }>();
  };
  const save = async (more: object, to = app) =>
    ask('PUT', '', { version: (await ask('GET')).version, logoHasName: false, logos: {}, ...more }, to);
  const page = async (path = '/', to = app) => (await to.inject(path)).body;
  const sheet = async (to = app) => page(/href="(\/style\/[^"]+)"/.exec(await page('/', to))![1], to);
  const footer = [
    { text: { sv: 'Till kommunen', en: 'To the municipality' }, url: 'https://kommun.example/' },
  ];

  it('is neutral at first', async () => {
    expect(await ask('GET')).toMatchObject({ fixed: [], kept: { footer: [], logos: {} } });
    expect(await page()).toContain('class="mark"');
  });

  it('is on the pages at once: name, logo, colours and footer links', async () => {
    expect(
      await save({ name: ' Röd­köpings  kommun ', colours: red, footer, logos: { light: base64(logoSvg) } }),
    ).toMatchObject({ kept: { name: 'Rödköpings  kommun', footer } });
    const body = await page();
    expect(body).toMatch(/class="brand-name" lang="sv">Rödköpings +kommun</);
    expect(body).toContain('>Till kommunen</a>');
    const [, logo] = /<img class="logo" src="([^"]+)"/.exec(body)!;
    expect((await app.inject(logo!)).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(await sheet()).toContain('--accent: #7a0c1e;');
  });

  it('makes a page of the news another one, so that nobody keeps the old look', async () => {
    const before = await app.inject('/aktuellt');
    const asked = { url: '/aktuellt', headers: { 'if-none-match': before.headers.etag } };
    expect((await app.inject(asked)).statusCode).toBe(304);
    await save({ footer });
    const after = await app.inject(asked);
    expect([after.statusCode, after.body.includes('>Till kommunen</a>')]).toEqual([200, true]);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it('is found by another web process, and its pages of before still find their logo', async () => {
    const other = await startTestApp();
    try {
      await save({ logos: { light: base64(logoSvg) } });
      await other.get(FollowLook).start();
      const [, old] = /<img class="logo" src="([^"]+)"/.exec(await page('/', other))!;
      await save({ logos: { light: base64(logoSvg.replace('r="18"', 'r="9"')) } });
      const next = await eventually(async () => {
        const [, now] = /<img class="logo" src="([^"]+)"/.exec(await page('/', other))!;
        return now !== old && now!;
      });
      for (const logo of [old!, next]) expect((await other.inject(logo)).statusCode).toBe(200);
    } finally {
      await other.close();
    }
  });

  it('keeps an image that is left out, and takes away one that is null', async () => {
    await save({ logos: { light: base64(logoSvg), print: base64(onePixelPng) } });
    expect(app.get(Brand).parts.print?.logo).toMatchObject({ width: 1, height: 1 });
    const kept = await save({ name: 'Annat' });
    expect(kept).toMatchObject({
      kept: { logos: { light: expect.stringMatching(/^data:image\/svg\+xml;/) } },
    });
    expect(await save({ logos: { light: null } })).toMatchObject({ kept: { logos: {} } });
    expect(await page()).toContain('class="mark"');
  });

  it('is refused with a contrast that is too low, with the nearest colour that passes, and nothing changes', async () => {
    const refused = await save({ colours: { light: { ...red.light, link: '#bbbbbb' } } });
    expect(refused).toMatchObject({ code: 'look.contrast', colour: '#bbbbbb', least: 4.5 });
    const nearest = String(refused['nearest']);
    expect(nearest).toMatch(/^#[0-9a-f]{6}$/);
    expect(refused.title).toContain(nearest);
    expect(await sheet()).not.toContain('#7a0c1e');
    expect((await save({ colours: { light: { ...red.light, link: nearest } } })).code).toBeUndefined();
  });

  it('is checked before it is saved, in light and in dark', async () => {
    const checked = await ask('POST', '/checks', { colours: { ...red, dark: { link: '#222222' } } });
    expect(checked).toMatchObject({
      tokens: { light: { accent: '#7a0c1e', action: '#7a0c1e' }, dark: { link: '#222222' } },
      faults: [{ mode: 'dark', field: 'link', nearest: expect.stringMatching(/^#/) }],
    });
  });

  const svg = (inside: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inside}</svg>`;
  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in a namespace', svg('<svg:script>alert(1)</svg:script>')],
    ['an event handler', svg('<rect/>', 'onload="alert(1)"')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['HTML', svg('<foreignObject><iframe/></foreignObject>')],
    ['an image from elsewhere', svg('<image href="https://spy.example/a.png"/>')],
    ['an image from elsewhere in disguise', svg('<image xlink:href="&#104;ttps://spy.example/a.png"/>')],
    ['a style from elsewhere', svg('<style>@import "https://spy.example/a.css";</style>')],
    [
      'a style sheet before it',
      `<?xml version="1.0"?><?xml-stylesheet href="https://spy.example/a.css"?>${svg('')}`,
    ],
    ['a font from elsewhere', svg('<style>@font-face{src:url(https://spy.example/a.woff2)}</style>')],
    ['a link that runs', svg('<a href="javascript:alert(1)"><rect/></a>')],
    ['a link that changes', svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>')],
    ['an SVG inside an SVG', svg('<image href="data:image/svg+xml;base64,AAAA"/>')],
    ['no image', 'GIF89a'],
    ['nothing', 'x'],
    ['a page', '<html><body>hej</body></html>'],
    ['half an SVG', svg('').replace('</svg>', '')],
    ['half a PNG', onePixelPng.subarray(0, 50)],
    ['a PNG of no known kind', Buffer.from(onePixelPng).fill(7, 25, 26)],
    ['a PNG with fewer pixels than it says', Buffer.from(onePixelPng).fill(9, 23, 24)],
    ['too large', Buffer.concat([onePixelPng, Buffer.alloc(200_000)])],
  ])('refuses a logo with %s', async (_what, content) => {
    expect((await save({ logos: { light: base64(content) } })).code).toBe('look.image-refused');
    expect((await ask('GET'))['kept']).toMatchObject({ logos: {} });
  });

  it('refuses an SVG for prints, a script as a link, and what is no colour', async () => {
    expect((await save({ logos: { print: base64(logoSvg) } })).code).toBe('look.image-refused');
    for (const wrong of [
      { footer: [{ ...footer[0], url: 'javascript:alert(1)' }] },
      { footer: Array.from({ length: 9 }, () => footer[0]) },
      { colours: { light: { accent: 'red;}', accentText: '#ffffff' } } },
      { name: 'x'.repeat(61) },
    ])
      expect((await save(wrong)).code).toBe('request.invalid');
    await save({ name: '<script>"&' });
    expect(await page()).toContain('lang="sv">&lt;script>&quot;&amp;<');
  });

  it('is changed by who has read the last version, and the audit log says so last', async () => {
    const { version } = await save({ colours: red });
    const stale = { version: version - 1, logoHasName: false, logos: {} };
    expect((await ask('PUT', '', stale)).code).toBe('look.changed-meanwhile');
    await ask('DELETE');
    expect(await sheet()).not.toContain('#7a0c1e');
    const rows = await app
      .get(DataSource)
      .query<{ action: string }[]>(
        `SELECT action FROM audit_entry WHERE member_id = $1 AND action LIKE 'look.%' ORDER BY id DESC LIMIT 2`,
        [owner.id],
      );
    expect(rows.map(({ action }) => action)).toEqual(['look.reset', 'look.change']);
  });

  it('is saved once by two people who save the first one at once', async () => {
    await app.get(DataSource).query('DELETE FROM brand_look');
    const first = { version: 0, logoHasName: false, logos: {}, footer };
    const answers = await Promise.all([ask('PUT', '', first), ask('PUT', '', first)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['look.changed-meanwhile', undefined]);
  });

  it('leaves what the brand folder sets, and says what that is', async () => {
    const folder = new BrandFolder({ name: 'Rödköpings kommun', colours: red });
    const fixed = await startTestApp({ BRAND_FOLDER: folder.path });
    try {
      const saved = await save(
        { name: 'Annat', colours: { light: { ...red.light, accent: '#00304f' } }, footer },
        fixed,
      );
      expect(saved).toMatchObject({ fixed: ['name', 'colours'], kept: { name: 'Annat' } });
      const body = await page('/', fixed);
      expect(body).toContain('>Rödköpings kommun<');
      expect(body).toContain('>Till kommunen</a>');
      expect(await sheet(fixed)).toContain('--accent: #7a0c1e;');
      // Also what the folder does not set goes back.
      await ask('DELETE', '', undefined, fixed);
      expect(await page('/', fixed)).not.toContain('>Till kommunen</a>');
    } finally {
      await fixed.close();
      folder.remove();
    }
  });
});
