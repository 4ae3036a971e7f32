import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSecretFiles } from './secret-files.js';

describe('secrets in files', () => {
  let folder: string;
  const file = (text: string): string => {
    const made = path.join(folder, 'secret');
    writeFileSync(made, text);
    return made;
  };
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'budkavle-secret-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['sixteen letters!', 'sixteen letters!'],
    ['p@ss/w:rd \n', 'p@ss/w:rd '],
    ['from windows\r\n', 'from windows'],
  ])('are read without the newline at the end (%j)', (text, secret) => {
    const env = withSecretFiles({ SECRET_KEY_FILE: file(text), SECRET_KEY: '', PORT: '1' });
    // The file name is removed: child processes get only the secret.
    expect(env).toEqual({ SECRET_KEY: secret, PORT: '1' });
  });

  it('may be the address of the calendar, which whoever has it can read', () => {
    expect(withSecretFiles({ ROTA_CALENDAR_URL_FILE: file('https://calendar.example.com/a.ics\n') })).toEqual(
      {
        ROTA_CALENDAR_URL: 'https://calendar.example.com/a.ics',
      },
    );
  });

  it('refuse the start if the file is missing or empty, or both are set, and print no secret', () => {
    const missing = path.join(folder, 'none');
    expect(() => withSecretFiles({ PGPASSWORD_FILE: missing })).toThrow(
      /^PGPASSWORD_FILE can't be read: ENOENT/,
    );
    expect(() => withSecretFiles({ REDIS_URL_FILE: file('\n') })).toThrow(/^REDIS_URL_FILE is empty: /);
    expect(() => withSecretFiles({ DATABASE_URL_FILE: file('hidden'), DATABASE_URL: 'other' })).toThrow(
      /^DATABASE_URL and DATABASE_URL_FILE are both set: which one is meant\?$/,
    );
  });
});
