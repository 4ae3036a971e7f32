import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileWithin, requirePartsWithin } from './file-within.js';

describe('a file that a profile names', () => {
  let base: string;
  let data: string;
  beforeAll(async () => {
    base = await mkdtemp(path.join(tmpdir(), 'within-'));
    data = path.join(base, 'data');
    await mkdir(path.join(data, 'sub'), { recursive: true });
    await writeFile(path.join(base, 'secret.csv'), '');
    await writeFile(path.join(data, 'sub', 'own.csv'), '');
    await symlink(path.join(base, 'secret.csv'), path.join(data, 'link.csv'));
    await symlink(base, path.join(data, 'up'));
    await symlink(path.join(data, 'sub', 'own.csv'), path.join(data, 'inner.csv'));
    await symlink(data, path.join(base, 'linked-data'));
  });
  afterAll(() => rm(base, { recursive: true }));

  it.each(['sub/own.csv', './sub/../sub/own.csv', 'inner.csv', 'missing.csv', '..dots.csv'])(
    'may be read: %s',
    async (file) => {
      expect(await fileWithin(data, file)).toBe(path.join(data, file));
    },
  );

  it('may be given by its absolute path, and the folder may be a symbolic link', async () => {
    const own = path.join(data, 'sub', 'own.csv');
    expect(await fileWithin(data, own)).toBe(own);
    const linked = path.join(base, 'linked-data');
    expect(await fileWithin(linked, 'sub/own.csv')).toBe(path.join(linked, 'sub', 'own.csv'));
  });

  it.each([
    '../secret.csv',
    'sub/../../secret.csv',
    'link.csv',
    'up/secret.csv',
    '/etc/hostname',
    '.',
    '..',
    '../missing.csv',
  ])('is refused: %s', async (file) => {
    await expect(fileWithin(data, file)).rejects.toMatchObject({ code: 'file.outside-folder' });
  });

  it('is refused if a file that belongs to it is a link to another folder', async () => {
    await writeFile(path.join(data, 'own.shp'), '');
    await expect(requirePartsWithin(data, 'own.shp')).resolves.toBeUndefined();
    await symlink(path.join(base, 'secret.csv'), path.join(data, 'own.DBF'));
    await expect(requirePartsWithin(data, 'own.shp')).rejects.toMatchObject({ code: 'file.outside-folder' });
    await expect(requirePartsWithin(path.join(base, 'none'), 'a.shp')).resolves.toBeUndefined();
  });
});
