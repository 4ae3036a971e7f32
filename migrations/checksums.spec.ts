import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { migrations } from './all.js';
import { checksums } from './checksums.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Name of the class, and SHA-256 of the file. */
const found = Object.fromEntries(
  readdirSync('migrations')
    .filter((file) => /^\d{13}-.*\.ts$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(`migrations/${file}`, 'utf8');
      return [/export class (\w+)/.exec(text)![1], sha256(text)];
    }),
);

describe('the migrations', () => {
  // It failed? A file that has landed is never edited: restore it and write a new migration. A new file: `npm run seal`.
  it('are the files that were sealed, none changed, missing or unsealed', () => {
    expect(found).toEqual(checksums);
  });

  it('only go forward since ADR 47', () => {
    const since = readdirSync('migrations').filter((file) => /^\d{13}-/.test(file) && file > '1764000060000');
    const others = since.filter(
      (file) => !readFileSync(`migrations/${file}`, 'utf8').includes('readonly down = onlyForward;'),
    );
    expect(others).toEqual([]);
  });

  it('are all listed, oldest first', () => {
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual(Object.keys(found));
    const times = names.map((name) => Number(name.slice(-13)));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
