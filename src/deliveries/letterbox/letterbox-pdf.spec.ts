import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { onePixelPng } from '../../../test/support/brand-folder.js';
import { codeOnPdf } from '../../../test/support/code-on-pdf.js';
import { linesOfPdf } from '../../../test/support/pdf-text.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { PrintBrand } from '../../platform/brand/brand.js';
import { shortAddress } from '../../messages/page-link.js';
import { letterboxPdf } from './letterbox-pdf.js';

const serif = (name: string) => readFileSync(`node_modules/dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);
const brand: PrintBrand = {
  accent: '#7a0c1e',
  logo: { png: Uint8Array.from(onePixelPng), width: 1, height: 1 },
  fonts: {
    regular: Uint8Array.from(serif('SerifCondensed')),
    bold: Uint8Array.from(serif('SerifCondensed-Bold')),
  },
};
const swedish = 'Koka vattnet på Örnäset. Čáhci, đŋšŧž.';
const persian = 'آب را بجوشانید';

async function print(
  given: PrintBrand | undefined,
  languages: readonly string[] = ['sv'],
  more: Partial<Broadcast> = {},
) {
  const texts = languages.map((language) => ({ language, sms: language === 'fa' ? persian : swedish }));
  const broadcast = {
    audienceName: 'Örnäset',
    texts,
    planned: 1,
    exercise: false,
    startedAt: new Date('2026-11-28T12:00:00Z'),
    expiresAt: new Date('2026-11-29T12:00:00Z'),
    ...more,
  } as unknown as Broadcast;
  const address = {
    locality: 'Luleå',
    street: 'Storgatan',
    number: '3',
    property: null,
    postalCode: '97241',
  };
  const pieces: Buffer[] = [];
  for await (const piece of letterboxPdf({
    broadcast,
    addresses: [address] as never,
    languages: 'all',
    sender: { municipality: 'Rödköpings kommun', url: 'https://sms.example.se' },
    brand: given,
    now: new Date('2026-11-28T13:00:00Z'),
  }))
    pieces.push(piece);
  const file = Buffer.concat(pieces);
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      return stream!;
    }
  });
  return {
    file,
    lines: linesOfPdf(file),
    fonts: [...new Set([...text.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name))],
    images: [...text.matchAll(/\/Subtype \/Image/g)].length,
    isWhole: text.trimEnd().endsWith('%%EOF'),
    drawn: streams.join('\n'),
  };
}
const inAccent = /0\.478\d* 0\.047\d* 0\.117\d* scn/;

describe('the municipality’s look on a note', () => {
  it('is its logo, its colour and its typeface', async () => {
    const { lines, fonts, images, drawn, isWhole } = await print(brand);
    expect(isWhole).toBe(true);
    expect(lines).toContain('Rödköpings kommun');
    expect(lines.join(' ')).toContain(swedish);
    expect(fonts.sort()).toEqual(['DejaVuSerifCondensed', 'DejaVuSerifCondensed-Bold']);
    // The image and its transparency.
    expect(images).toBe(2);
    expect(drawn).toMatch(inAccent);
  });

  it('leaves a text whose letters its typeface lacks to ours', async () => {
    const { lines, fonts } = await print(brand, ['sv', 'fa']);
    expect(fonts).toContain('DejaVuSansCondensed');
    expect(fonts).toContain('DejaVuSerifCondensed');
    expect(lines.join(' ')).not.toContain('\uFFFD');
  });

  it('is black and without a logo if there is no brand', async () => {
    const { fonts, images, drawn } = await print(undefined);
    expect(fonts.sort()).toEqual(['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold']);
    expect(images).toBe(0);
    expect(drawn).not.toMatch(inAccent);
  });
});

describe('the code on a note', () => {
  it.each([undefined, brand])(
    'opens the page of what is published, whose address stands beside it',
    async (look) => {
      const { file, lines } = await print(look, ['sv', 'fa'], { isPublic: true, pageCode: 'k7m2p9' });
      const address = codeOnPdf(file);
      expect(address).toBe(shortAddress('https://sms.example.se', 'k7m2p9'));
      expect(lines.join(' ')).toContain(address);
    },
  );

  it('is not there for what has no page', async () => {
    const { file } = await print(undefined);
    expect(() => codeOnPdf(file)).toThrow();
  });
});
