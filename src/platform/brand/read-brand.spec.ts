import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { BrandFolder, logoSvg, onePixelPng, redBrand } from '../../../test/support/brand-folder.js';
import { asWoff2 } from '../../../test/support/woff2.js';
import { brandVariables } from './brand-variables.js';
import { neutralTokens } from './colour-tokens.js';
import { readBrand } from './read-brand.js';

const serif = readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf');
const webFont = asWoff2(readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-ExtraLight.ttf'));

describe('a brand folder', () => {
  let folder: BrandFolder;
  afterEach(() => folder.remove());

  const refusalOf = async (brand: object, write: Record<string, string | Buffer> = {}): Promise<string> => {
    folder = new BrandFolder(brand);
    for (const [name, content] of Object.entries(write)) folder.write(name, content);
    return readBrand(folder.path).then(
      () => 'accepted',
      (error: unknown) => (error as Error).message,
    );
  };

  it('gives the tokens, the logo, the typefaces and the footer', async () => {
    folder = new BrandFolder({
      ...redBrand,
      logo: { ...redBrand.logo, print: 'print.png' },
      icon: 'icon.png',
      typefaces: {
        text: { family: 'Rodkoping', fallback: 'serif', files: [{ file: 'text.woff2', weight: 400 }] },
        print: { regular: 'text.ttf', bold: 'text.ttf' },
      },
    });
    for (const name of ['print.png', 'icon.png']) folder.write(name, onePixelPng);
    folder.write('text.woff2', webFont);
    folder.write('text.ttf', serif);
    const { parts } = await readBrand(folder.path);
    expect(parts).toMatchObject({
      name: 'Rödköpings kommun',
      logo: { light: { width: 60, height: 40 }, hasName: false },
      tokens: { light: { accent: '#7a0c1e', onAccent: '#ffffff' }, dark: { accent: '#7a0c1e' } },
      print: { accent: '#7a0c1e', logo: { width: 1, height: 1 } },
    });
    expect(parts.footer).toEqual(redBrand.footer);
    expect(parts.served.map(({ type }) => type)).toEqual([
      'image/svg+xml',
      'image/svg+xml',
      'image/png',
      'font/woff2',
    ]);
    const css = brandVariables({ parts });
    expect(css).toContain(`src: url('${parts.served[3]!.href}') format('woff2')`);
    expect(css).toContain("--font: 'Rodkoping', ");
    expect(css).toMatch(/:root \{\n {2}color-scheme[^}]*--accent: #7a0c1e;/);
  });

  it('may be left out: that is the neutral look', async () => {
    folder = new BrandFolder();
    const { parts } = await readBrand(undefined);
    expect(parts).toMatchObject({ tokens: neutralTokens, served: [] });
  });

  it('may hold JSON', async () => {
    folder = new BrandFolder();
    folder.write('brand.json', JSON.stringify(redBrand));
    await expect(readBrand(folder.path)).rejects.toThrow('brand.yaml and brand.json: which one is meant?');
    rmSync(path.join(folder.path, 'brand.yaml'));
    expect((await readBrand(folder.path)).parts.name).toBe('Rödköpings kommun');
  });

  it('is refused if it is missing', async () => {
    folder = new BrandFolder();
    await expect(readBrand(path.join(folder.path, 'none'))).rejects.toThrow(
      /^The brand in BRAND_FOLDER is wrong \(.*none\):\n {2}brand\.yaml can’t be found/,
    );
  });

  it.each([
    ['an unknown field', { ...redBrand, colors: {} }, 'brand.yaml: Unrecognized key: "colors"'],
    ['no accent', { colours: { light: { accentText: '#ffffff' } } }, 'colours.light.accent: '],
    [
      'a colour that is a name',
      { colours: { light: { accent: 'red', accentText: '#ffffff' } } },
      'colours.light.accent: write a colour as',
    ],
    [
      'a link that runs',
      { ...redBrand, footer: [{ text: { sv: 'a', en: 'b' }, url: 'javascript:alert(1)' }] },
      'footer.0.url',
    ],
    [
      'a family that would end its CSS',
      { ...redBrand, typefaces: { text: { family: "a'; }", files: [{ file: 'a.woff2', weight: 400 }] } } },
      'typefaces.text.family: use letters',
    ],
    [
      'a weight that is none',
      { ...redBrand, typefaces: { text: { family: 'A', files: [{ file: 'a.woff2', weight: 'bold' }] } } },
      'typefaces.text.files.0.weight',
    ],
    [
      'a file of another kind',
      { ...redBrand, logo: { light: 'logo.gif' } },
      'logo.light: name a file that ends in .svg or .png',
    ],
    [
      'a file that is missing',
      { ...redBrand, logo: { light: 'none.svg' } },
      'logo.light: none.svg can’t be read (ENOENT)',
    ],
    [
      'a file outside the folder',
      { ...redBrand, logo: { light: '../logo.svg' } },
      'logo.light: ../logo.svg lies outside the brand folder',
    ],
    [
      'a contrast that is too low',
      { colours: { light: { accent: '#7a0c1e', accentText: '#aa4455' } } },
      'colours.light.accentText: #aa4455 with accent #7a0c1e',
    ],
  ])('is refused for %s', async (_what, brand, told) => {
    expect(await refusalOf(brand)).toContain(`\n  ${told}`);
  });

  it('is refused for text that is not YAML', async () => {
    expect(await refusalOf(redBrand, { 'brand.yaml': 'a: [1' })).toContain('brand.yaml: ');
  });

  it('is refused for a link to a file outside it', async () => {
    folder = new BrandFolder({ ...redBrand, logo: { light: 'linked.svg' } });
    symlinkSync(path.resolve('package.json'), path.join(folder.path, 'linked.svg'));
    await expect(readBrand(folder.path)).rejects.toThrow('lies outside the brand folder');
  });

  it.each([
    ['a script', logoSvg.replace('<circle', '<script>alert(1)</script><circle'), 'has a script'],
    ['an event handler', logoSvg.replace('<circle', '<circle onload="alert(1)"'), 'has an event handler'],
    [
      'HTML inside',
      logoSvg.replace('<circle', '<foreignObject><b/></foreignObject><circle'),
      'has a foreignObject',
    ],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${logoSvg}`, 'has a DOCTYPE or an entity'],
    [
      'a link',
      logoSvg.replace('<circle', '<a href="javascript:alert(1)"/><circle'),
      'refers to something outside',
    ],
    [
      'an image elsewhere',
      logoSvg.replace('<circle', '<image href="https://a.example/b.png"/><circle'),
      'refers to something outside',
    ],
    [
      'a style elsewhere',
      logoSvg.replace('<circle', '<style>a{fill:url(https://a.example)}</style><circle'),
      'refers to something outside',
    ],
    ['HTML in its place', '<html><body>logo</body></html>', 'is not an SVG image'],
    ['no end', logoSvg.replace('</svg>', ''), 'the file is cut off'],
    ['no size', logoSvg.replace('viewBox="0 0 60 40"', ''), 'has no width or height'],
    [
      'too many bytes',
      logoSvg.replace('<circle', `<!--${'a'.repeat(200_000)}--><circle`),
      'at most 200000 are allowed',
    ],
  ])('is refused for an SVG with %s', async (_what, svg, told) => {
    expect(await refusalOf(redBrand, { 'logo.svg': svg })).toMatch(
      new RegExp(`\\n {2}logo\\.light: logo\\.svg .*${told}`),
    );
  });

  it('accepts an SVG with gradients and links inside itself', async () => {
    const svg = logoSvg
      .replace('<circle', '<defs><linearGradient id="a"/></defs><use href="#b" xlink:href=\'#b\'/><circle')
      .replace('fill="#fff"', 'fill="url(#a)"');
    expect(await refusalOf(redBrand, { 'logo.svg': svg })).toBe('accepted');
  });

  it.each([
    ['is no PNG', Buffer.from('GIF89a'), 'is not a PNG image'],
    ['is cut off', onePixelPng.subarray(0, 50), 'is a damaged PNG image'],
  ])('is refused for a print logo that %s', async (_what, png, told) => {
    const brand = { ...redBrand, logo: { light: 'logo.svg', print: 'print.png' } };
    expect(await refusalOf(brand, { 'print.png': png })).toContain(`logo.print: print.png ${told}`);
  });

  const withFont = (weight: number | string) => ({
    ...redBrand,
    typefaces: { text: { family: 'A', files: [{ file: 'a.woff2', weight }] } },
  });
  it.each([
    ['is TrueType by another name', 400, serif.subarray(0, 200_000), 'is not a woff2 font'],
    ['is damaged', 400, Buffer.concat([webFont.subarray(0, 3000), Buffer.alloc(3000)]), 'can’t be read'],
    ['is too large', 400, Buffer.alloc(300_001), 'at most 300000 are allowed'],
    ['is not variable', '300 700', webFont, 'is not variable'],
  ])('is refused for a font that %s', async (_what, weight, font, told) => {
    expect(await refusalOf(withFont(weight), { 'a.woff2': font })).toMatch(
      new RegExp(`\\n {2}typefaces\\.text\\.files\\.0: a\\.woff2 .*${told}`),
    );
  });

  it('is refused for a font without the letters of Swedish', async () => {
    expect(
      await refusalOf(withFont(400), { 'a.woff2': asWoff2(withoutLetters(Buffer.from(serif))) }),
    ).toMatch(/lacks .*Å/);
  });

  it('names every fault at once', async () => {
    const said = await refusalOf({ ...redBrand, logo: { light: 'a.svg', dark: 'b.svg' }, icon: 'c.png' });
    expect(said.split('\n')).toHaveLength(4);
  });
});

/** The font with a cmap that has no letters. */
function withoutLetters(font: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  for (let n = 0; n < count; n += 1) {
    const at = 12 + 16 * n;
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const empty = Buffer.alloc(24 + 12);
    empty.writeUInt16BE(1, 2);
    empty.writeUInt16BE(3, 4);
    empty.writeUInt16BE(10, 6);
    empty.writeUInt32BE(12, 8);
    empty.writeUInt16BE(12, 12);
    empty.writeUInt32BE(16, 16);
    empty.copy(font, font.readUInt32BE(at + 8));
    font.writeUInt32BE(28, at + 12);
  }
  return font;
}
