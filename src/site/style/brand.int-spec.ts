import { readFileSync } from 'node:fs';
import { openTestDatabase } from '../../../test/support/database.js';
import { BrandFolder, redBrand } from '../../../test/support/brand-folder.js';
import { PublicSite } from '../../../test/support/public-site.js';
import { Visitor } from '../../../test/support/visitor.js';
import { asWoff2 } from '../../../test/support/woff2.js';

const light = (css: string): string => /:root \{\n {2}color-scheme([^}]*)\}/.exec(css)![1]!;
const dark = (css: string): string => /\(prefers-color-scheme: dark\) \{\n:root \{\n([^}]*)\}/.exec(css)![1]!;

describe('the municipality’s own look', () => {
  let folder: BrandFolder;
  let site: PublicSite;
  let visitor: Visitor;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    folder = new BrandFolder({
      ...redBrand,
      colours: { ...redBrand.colours, dark: { accent: '#3d0a12', accentText: '#ffe9ec' } },
      typefaces: {
        headings: { family: 'Rodkoping', fallback: 'serif', files: [{ file: 'a.woff2', weight: 700 }] },
      },
    });
    folder.write(
      'a.woff2',
      asWoff2(readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-ExtraLight.ttf')),
    );
    site = await PublicSite.start({ BRAND_FOLDER: folder.path });
    visitor = new Visitor(site.app);
  });
  afterAll(async () => {
    await site.close();
    folder.remove();
  });
  const stylesheetOf = async (page: string) => {
    const { body } = await visitor.get(page);
    const [, href] = /<link rel="stylesheet" href="([^"]+)"/.exec(body)!;
    return visitor.get(href!);
  };

  it.each(['/', '/en/topics', '/tillganglighet', '/finns-inte'])(
    'is on %s: name, logos for light and dark, footer links',
    async (page) => {
      const { body } = await visitor.get(page);
      expect(body).toMatch(/class="brand-name" lang="sv">Rödköpings kommun</);
      expect(body).toMatch(
        /<source media="\(prefers-color-scheme: dark\)" srcset="\/brand\/[\w-]{12}\.svg"\/?><img class="logo" src="\/brand\/[\w-]{12}\.svg" width="72" height="48" alt lang="sv"/,
      );
      expect(body).toContain(
        page.startsWith('/en') ? '>To rodkoping.example</a>' : '>Till rodkoping.example</a>',
      );
    },
  );

  it('colours the stylesheet in light and in dark mode, and names its fonts', async () => {
    const { body, headers } = await stylesheetOf('/');
    expect(headers['cache-control']).toContain('immutable');
    expect(light(body)).toContain('--accent: #7a0c1e;');
    expect(dark(body)).toContain('--accent: #3d0a12;');
    expect(dark(body)).toContain('--on-accent: #ffe9ec;');
    const [, font] = /url\('(\/brand\/[\w-]+\.woff2)'\)/.exec(body)!;
    const answer = await visitor.get(font!);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'font/woff2']);
  });

  it('gives the stylesheet another address when a colour changes', async () => {
    const plain = await PublicSite.start();
    const { body } = await new Visitor(plain.app).get('/');
    await plain.close();
    const hrefIn = (page: string): string => /href="(\/style\/[^"]+)"/.exec(page)![1]!;
    expect(hrefIn(body)).not.toBe(hrefIn((await visitor.get('/')).body));
    expect(body).not.toContain('class="logo"');
    expect(body).toContain('class="mark"');
  });

  it('serves the logo for ever, and nothing in it can run', async () => {
    const [, src] = /<img class="logo" src="([^"]+)"/.exec((await visitor.get('/')).body)!;
    const { headers, body } = await visitor.get(src!);
    expect(body).toContain('<svg');
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*; sandbox$/),
    });
    expect((await visitor.get('/brand/aaaaaaaaaaaa.svg')).statusCode).toBe(404);
  });

  it('leaves the policy of the pages strict', async () => {
    const { headers } = await visitor.get('/');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });
});
