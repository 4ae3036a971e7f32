import { createReadStream } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { firstForeign, saysUtf8 } from './decode-text.js';
import { FilePartMissing, FileShort, ReallyUtf8 } from './file-refusals.js';

/** How long a part says it is, in bytes, by its header: https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf */
const saidLengths: Readonly<Record<string, (header: Buffer) => number>> = {
  // In words of two bytes.
  '.shp': (header) => header.readInt32BE(24) * 2,
  '.shx': (header) => header.readInt32BE(24) * 2,
  '.dbf': (header) => startOfRecords(header) + header.readUInt32LE(4) * recordLength(header),
};
const headerLength = 32;
const startOfRecords = (dbf: Buffer): number => dbf.readUInt16LE(8);
const recordLength = (dbf: Buffer): number => dbf.readUInt16LE(10);

/**
 * What GDAL forgives a Shapefile: without its columns it would be shapes that say nothing; cut off, columns without
 * shapes; in UTF-8 without saying so, names that nobody can read.
 *
 * @param encoding that the profile gives
 * @throws places.file-part-missing, places.file-short, places.really-utf-8
 */
export async function checkShapefile(file: string, encoding: string | undefined): Promise<void> {
  const { dir, name, base } = path.parse(path.resolve(file));
  const there = await readdir(dir).catch(() => []);
  const partOf = (end: string) => there.find((one) => one.toLowerCase() === `${name}${end}`.toLowerCase());
  // That it isn't there at all GDAL says itself.
  if (!there.some((one) => one.toLowerCase() === base.toLowerCase())) return;
  const missing = ['.shx', '.dbf'].filter((end) => partOf(end) === undefined);
  if (missing.length > 0) throw FilePartMissing({ file, part: missing.map((end) => name + end).join(', ') });
  for (const [end, saidOf] of Object.entries(saidLengths))
    await refuseShort(path.join(dir, partOf(end)!), saidOf);
  const cpg = partOf('.cpg');
  const said = encoding ?? (cpg === undefined ? undefined : await readFile(path.join(dir, cpg), 'latin1'));
  if (!/^\s*(utf-?8|65001)\b/i.test(said ?? '')) await refuseUtf8(path.join(dir, partOf('.dbf')!), said);
}

async function refuseShort(file: string, saidOf: (header: Buffer) => number): Promise<void> {
  const { header, bytes } = await headerOf(file);
  const expected = bytes < headerLength ? headerLength : saidOf(header);
  // Some programs leave out the byte that ends a table.
  if (bytes < expected) throw FileShort({ file, bytes, expected });
}

async function headerOf(file: string): Promise<{ header: Buffer; bytes: number }> {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(headerLength);
    await handle.read(header, 0, headerLength, 0);
    return { header, bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

async function refuseUtf8(dbf: string, said = 'ISO-8859-1'): Promise<void> {
  const { header } = await headerOf(dbf);
  let at = 0;
  for await (const chunk of createReadStream(dbf, { start: startOfRecords(header) })) {
    const bytes = chunk as Buffer;
    if (saysUtf8(bytes)) {
      const row = Math.floor((at + firstForeign(bytes)) / recordLength(header)) + 1;
      throw ReallyUtf8({ file: dbf, row, encoding: said.trim() });
    }
    at += bytes.length;
  }
}
