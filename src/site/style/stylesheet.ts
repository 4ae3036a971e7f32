import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** In the order of the cascade. */
const sheets = ['tokens', 'base', 'frame', 'start', 'forms', 'addresses', 'text', 'print'];
const folder = join('src', 'site', 'style');

export interface Stylesheet {
  readonly css: string;
  /** The address it is served at; changes with the content, so that it can be kept for ever. */
  readonly href: string;
}

/**
 * The one stylesheet of the public pages, put together from the files beside this one. They are found from the
 * program's own place upwards, so that sources, tests and the built program read the same files.
 */
export function readStylesheet(): Stylesheet {
  const home = [process.argv[1] ?? '', join(process.cwd(), 'x')].map(findHome).find(Boolean);
  if (!home)
    throw new Error(`${join(folder, 'tokens.css')} is missing: the program was installed without its styles`);
  const css = sheets.map((sheet) => readFileSync(join(home, folder, `${sheet}.css`), 'utf8')).join('\n');
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  return { css, href: `/style/${hash}.css` };
}

function findHome(file: string): string | undefined {
  for (let at = dirname(file); ; at = dirname(at)) {
    if (existsSync(join(at, folder, 'tokens.css'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
