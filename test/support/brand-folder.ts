import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';

export const logoSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><circle cx="20" cy="20" r="18" fill="#fff"/></svg>';

/** A small PNG: one red pixel. */
export const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** The brand of a made-up municipality: white on dark red. */
export const redBrand = {
  name: 'Rödköpings kommun',
  logo: { light: 'logo.svg', dark: 'logo-dark.svg' },
  colours: { light: { accent: '#7a0c1e', accentText: '#ffffff' } },
  footer: [
    { text: { sv: 'Till rodkoping.example', en: 'To rodkoping.example' }, url: 'https://rodkoping.example/' },
  ],
};

/** A brand folder in a temporary place. */
export class BrandFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'budkavle-brand-'));

  constructor(brand: object = redBrand) {
    this.write('brand.yaml', stringify(brand));
    this.write('logo.svg', logoSvg);
    this.write('logo-dark.svg', logoSvg.replace('#fff', '#eee'));
  }

  write(name: string, content: string | Buffer): void {
    writeFileSync(path.join(this.path, name), content);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
