// `npm run seal`: adds a line to migrations/checksums.ts for each new migration. An existing line never changes: some
// database has already run that file, and would never get the change.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

const folder = path.join(root, 'migrations');
const list = path.join(folder, 'checksums.ts');

const sealed = new Map(
  [...readFileSync(list, 'utf8').matchAll(/^ {2}(\w+): '([0-9a-f]{64})',$/gm)].map(([, name, sum]) => [
    name,
    sum,
  ]),
);
const found = new Map();
for (const file of readdirSync(folder)
  .filter((name) => /^\d{13}-.*\.ts$/.test(name))
  .sort()) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const name = /^export class (\w+) implements MigrationInterface/m.exec(text)?.[1];
  if (!name) throw new Error(`${file} exports no class that implements MigrationInterface`);
  found.set(name, createHash('sha256').update(text).digest('hex'));
}

const changed = [...sealed].filter(([name, sum]) => found.get(name) !== sum).map(([name]) => name);
if (changed.length > 0) {
  console.error(
    `Changed or missing: ${changed.join(', ')}\nA migration that has landed is never edited. Restore its file ` +
      '(git checkout main -- migrations), and put the change in a new migration.\n' +
      'If it has not landed yet, remove its line from migrations/checksums.ts and run `npm run seal` again.',
  );
  process.exit(1);
}

const added = [...found.keys()].filter((name) => !sealed.has(name));
const lines = [...found].map(([name, sum]) => `  ${name}: '${sum}',`);
writeFileSync(
  list,
  `/**
 * SHA-256 of each migration's file, by the name of its class. \`npm run seal\` adds a line for a new one; a line that has
 * landed never changes.
 */
export const checksums: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
console.log(added.length > 0 ? `Sealed ${added.join(', ')}` : 'Nothing new to seal');
