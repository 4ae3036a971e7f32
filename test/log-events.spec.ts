import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../src');

type Table = Readonly<Record<string, { readonly level: string; readonly message: string }>>;

describe('docs/log-events.md', () => {
  /** Each row of the tables in the code: event, level, message. */
  const declared: string[][] = [];
  beforeAll(async () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => /(^|[\\/])log-events\.ts$/.test(one))) {
      const tables = (await import(join(src, file))) as Readonly<Record<string, Table>>;
      for (const table of Object.values(tables))
        for (const [name, { level, message }] of Object.entries(table)) declared.push([name, level, message]);
    }
  });

  it('lists every event of the code with its level and message, and no others', () => {
    const page = readFileSync(join(src, '../docs/log-events.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(.+?)` +\| (info|warn|error) +\| (.+?) +\|/gm)];
    expect(rows.map(([, ...row]) => row)).toEqual(declared.sort(([a], [b]) => (a! < b! ? -1 : 1)));
  });

  it('names each event as subject.fact in lower case, and only once', () => {
    const names = declared.map(([name]) => name!);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
