import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { unpackZip } from './unpack-zip.js';

const unpackedFolders = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`budkavle-zip-`));

describe('unpacking a zip', () => {
  let folder: string;
  let before: string[];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'budkavle-zipped-'));
    before = await unpackedFolders();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    // No test may leave an unpacked folder behind.
    expect(await unpackedFolders()).toEqual(before);
  });

  async function zipOf(name: string, files: Readonly<Record<string, Buffer | string>>): Promise<string> {
    const zip = new ZipFile();
    for (const [inside, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), inside);
    zip.end();
    const file = path.join(folder, `${name}.zip`);
    await pipeline(zip.outputStream, createWriteStream(file));
    return file;
  }
  const refusal = (code: string) => expect.objectContaining({ code });

  it('unpacks the file from any folder in the zip, and removes it again', async () => {
    const { file, remove } = await unpackZip(
      await zipOf('csv', { 'leverans/adresser.csv': 'id,gata\n1,Åvägen\n', 'läs mig.md': 'Hej' }),
    );
    expect(path.extname(file)).toBe('.csv');
    expect(await readFile(file, 'utf8')).toBe('id,gata\n1,Åvägen\n');
    await remove();
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('unpacks a Shapefile with its parts under one name', async () => {
    const parts = {
      'a/Mark.SHP': 'shp',
      'a/Mark.shx': 'shx',
      'a/Mark.dbf': 'dbf',
      'a/Mark.cpg': 'UTF-8',
      'b/Mark.prj': 'x',
    };
    const { file, remove } = await unpackZip(await zipOf('shape', parts));
    const stem = file.slice(0, -'.shp'.length);
    expect((await readdir(path.dirname(file))).sort()).toEqual(
      ['.cpg', '.dbf', '.shp', '.shx'].map((part) => `${path.basename(stem)}${part}`),
    );
    await remove();
  });

  it('refuses a zip with several files that can be imported, or none', async () => {
    await expect(unpackZip(await zipOf('two', { 'a.csv': 'x', 'b.csv': 'y' }))).rejects.toThrow(
      refusal('places.zip-unclear'),
    );
    await expect(unpackZip(await zipOf('none', { 'a.docx': 'x' }))).rejects.toThrow(
      refusal('places.zip-unclear'),
    );
    await expect(unpackZip(await zipOf('nested', { 'a.zip': 'x' }))).rejects.toThrow(
      refusal('places.zip-unclear'),
    );
  });

  it('refuses a zip bomb before it fills the disk', async () => {
    const bomb = await zipOf('bomb', { 'a.csv': Buffer.alloc(8 * 1024 ** 2) });
    const limits = { bytes: 1024 ** 3, ratio: 200, harmless: 1024 ** 2 };
    await expect(unpackZip(bomb, limits)).rejects.toThrow(refusal('places.zip-bomb'));
    await expect(unpackZip(bomb, { ...limits, ratio: 1e6, bytes: 4 * 1024 ** 2 })).rejects.toThrow(
      refusal('places.zip-bomb'),
    );
    const { remove } = await unpackZip(bomb, { ...limits, ratio: 1e6 });
    await remove();
  });

  it('refuses a file that is cut off, is no zip or is encrypted', async () => {
    const whole = await zipOf('whole', { 'a.csv': 'x'.repeat(5_000) });
    const locked = path.join(folder, 'locked.zip');
    const bytes = await readFile(whole);
    // The encryption flag, in the entry's own header and in the central directory.
    bytes[6]! |= 1;
    bytes[bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 8]! |= 1;
    await writeFile(locked, bytes);
    await expect(unpackZip(locked)).rejects.toThrow(refusal('places.zip-encrypted'));
    await truncate(whole, 60);
    await expect(unpackZip(whole)).rejects.toThrow(refusal('places.file-unreadable'));
    const text = path.join(folder, 'text.zip');
    await writeFile(text, 'not a zip');
    await expect(unpackZip(text)).rejects.toThrow(refusal('places.file-unreadable'));
  });
});
