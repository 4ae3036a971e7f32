import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** @returns the violations in these files of the project's own dependency rules, as `file: rule` */
function broken(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  try {
    for (const [file, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const config = join(project, '.dependency-cruiser.mjs');
    const command = join(project, 'node_modules/.bin/depcruise');
    const { stdout } = spawnSync(command, ['src', '--config', config, '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a page of the console', () => {
  it('may import the types of answers and of rights, the kernel and messages, and nothing else', () => {
    const page = 'src/console/app/pages';
    const files = {
      'src/topics/topic-answers.ts': 'export type T = 1; export const t = 1;',
      'src/topics/topic.ts': 'export type T = 1;',
      'src/staff/rights.ts': 'export type R = 1;',
      'src/kernel/k.ts': 'export const k = 1;',
      'src/messages/m.ts': 'export const m = 1;',
      'src/places/place-answers.ts': "import type { D } from 'typeorm'; export type P = D;",
      'node_modules/typeorm/index.d.ts': 'export type D = 1;',
      'node_modules/typeorm/package.json': '{ "name": "typeorm", "version": "1.0.0", "types": "index.d.ts" }',
      [`${page}/good.ts`]: `import type { T } from '../../../topics/topic-answers.js';
        import type { R } from '../../../staff/rights.js';
        import { k } from '../../../kernel/k.js';
        import { m } from '../../../messages/m.js';
        export type P = T | R; export const p = [k, m];`,
      // Code of an answer would enlarge what is sent to the browser.
      [`${page}/code.ts`]: "import { t } from '../../../topics/topic-answers.js'; export const p = t;",
      [`${page}/rule.ts`]: "import type { T } from '../../../topics/topic.js'; export type P = T;",
    };
    expect(broken(files)).toEqual([
      'src/console/app/pages/code.ts: console-app-takes-types-only',
      'src/console/app/pages/rule.ts: console-app-knows-answers-only',
      'src/places/place-answers.ts: answers-know-no-framework',
    ]);
  });
});
