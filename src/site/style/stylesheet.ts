import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Brand } from '../../platform/brand/brand.js';
import { brandVariables } from '../../platform/brand/brand-variables.js';
import { findProjectFile } from '../../platform/files/project-file.js';

/** In the order of the cascade. */
const sheets = ['tokens', 'base', 'frame', 'start', 'forms', 'addresses', 'news', 'text', 'print'];

export interface Stylesheet {
  readonly css: string;
  /** The address it is served at. It changes with the content, so that it can be cached for ever. */
  readonly href: string;
}

/** The single stylesheet of the public pages: the brand, then the files beside this one. */
export function readStylesheet(brand: Brand): Stylesheet {
  const css = [brandVariables(brand), ...sheets.map(readSheet)].join('\n');
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  return { css, href: `/style/${hash}.css` };
}

function readSheet(name: string): string {
  const file = findProjectFile(`src/site/style/${name}.css`);
  if (!file)
    throw new Error(`src/site/style/${name}.css is missing: the program was installed without its styles`);
  return readFileSync(file, 'utf8');
}
