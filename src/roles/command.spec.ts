import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addMember } from './add-member.js';
import { CommandLineWrong } from './command-line.js';
import { onDatabase, type Command } from './command.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { makeUpPhones } from './generate-phones.js';
import { importPhones } from './import-phones.js';
import { importPlaces } from './import.js';
import { migrateSchema } from './migrate.js';
import { removeMember } from './remove-member.js';

describe('a command on the database', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'budkavle-command-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** No DATABASE_URL is set: a start of the embedded database would create its folder first, which must not happen. */
  const call = async (command: Command, args: string[]) => {
    const home = path.join(folder, 'home');
    try {
      await onDatabase(command)({ program: 'no program', args, env: { BUDKAVLE_HOME: home } });
    } finally {
      expect(existsSync(home)).toBe(false);
    }
  };

  it.each<[Command, string, string[]]>([
    [migrateSchema, 'migrate', ['--now']],
    [importPlaces, 'import', ['--nonsense']],
    [importPlaces, 'import', []],
    [importPhones, 'import-phones', ['--nonsense']],
    [importPhones, 'import-phones', []],
    [makeUpPhones, 'generate-phones', ['--source', 'a', '--per-address', 'many']],
    [addMember, 'add-member', ['--name', 'Anna']],
    [removeMember, 'remove-member', ['--email']],
    [exportPerson, 'export-person', ['--person', 'Anna']],
    [erasePerson, 'erase-person', ['0701740605', '--reason', 'asked']],
  ])('starts no database for a wrong command line: %p, %s %j', async (command, name, args) => {
    await expect(call(command, args)).rejects.toThrow(CommandLineWrong);
    await expect(call(command, args)).rejects.toThrow(`budkavle ${name}`);
  });

  it.each<[string, Command]>([
    ['places', (args) => importPlaces(args, { say: () => undefined })],
    ['phones', importPhones],
  ])('starts no database if the profile of %s does not exist', async (_what, command) => {
    await expect(call(command, [path.join(folder, 'nowhere.yaml')])).rejects.toThrow(
      /import was refused|nowhere\.yaml/,
    );
  });
});
