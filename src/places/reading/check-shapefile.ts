import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lettersOf, readDbfHeader, type DbfHeader, type DbfPlace } from './dbf-text.js';
import { FilePartDoubled, FilePartMissing, FileShort, ReallyUtf8, WrongEncoding } from './file-refusals.js';

/**
 * The length in bytes that a part's header declares:
 * https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf
 */
const saidLengths: Readonly<Record<string, (header: Buffer) => number>> = {
  // The header counts 16-bit words.
  '.shp': (header) => header.readInt32BE(24) * 2,
  '.shx': (header) => header.readInt32BE(24) * 2,
  '.dbf': (header) => header.readUInt16LE(8) + header.readUInt32LE(4) * header.readUInt16LE(10),
};
const headerLength = 32;

/** How to read the texts of a Shapefile. */
export interface ShapefileText {
  readonly encoding: string;
  /** Rows with a text whose last letter is cut in half. */
  readonly cutRows: ReadonlySet<number>;
}

/**
 * Refuses what GDAL tolerates in a Shapefile. Without its columns, it would be shapes without data; cut off, columns
 * without shapes; in another encoding than declared, unreadable names.
 *
 * @param encoding that the profile gives
 * @throws places.file-part-missing, places.file-part-doubled, places.file-short, places.really-utf-8,
 *   places.wrong-encoding
 */
export async function checkShapefile(file: string, encoding: string | undefined): Promise<ShapefileText> {
  const { dir, name } = path.parse(path.resolve(file));
  const there = await readdir(dir);
  const partsOf = (end: string) => there.filter((one) => one.toLowerCase() === `${name}${end}`.toLowerCase());
  const missing = ['.shx', '.dbf'].filter((end) => partsOf(end).length === 0);
  if (missing.length > 0) throw FilePartMissing({ file, part: missing.map((end) => name + end).join(', ') });
  for (const end of ['.shp', '.shx', '.dbf', '.prj', '.cpg'])
    if (partsOf(end).length > 1) throw FilePartDoubled({ file, parts: partsOf(end).join(', ') });
  const partOf = (end: string) => path.join(dir, partsOf(end)[0]!);
  for (const [end, saidOf] of Object.entries(saidLengths)) await refuseShort(partOf(end), saidOf);
  const cpg = partsOf('.cpg').length > 0 ? (await readFile(partOf('.cpg'), 'latin1')).trim() : '';
  const header = await headerOf(partOf('.dbf'));
  return readText(
    partOf('.dbf'),
    header,
    encoding ? [encoding, 'encoding'] : cpg ? [cpg, '.cpg'] : undefined,
  );
}

async function refuseShort(file: string, saidOf: (header: Buffer) => number): Promise<void> {
  const { header, bytes } = await beginningOf(file, headerLength);
  const expected = bytes < headerLength ? headerLength : saidOf(header);
  // Some programs leave out the byte that ends a table.
  if (bytes < expected) throw FileShort({ file, bytes, expected });
}

async function headerOf(dbf: string): Promise<DbfHeader> {
  const { header } = await beginningOf(dbf, headerLength);
  return readDbfHeader((await beginningOf(dbf, header.readUInt16LE(8))).header);
}

async function beginningOf(file: string, length: number): Promise<{ header: Buffer; bytes: number }> {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(length);
    await handle.read(header, 0, length, 0);
    return { header, bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

/**
 * The code pages for the code page byte of a DBF that are used in Europe; å, ä, ö are the same in 437 as in 850. Many
 * programs write 0x57, "the local Windows code page", for any encoding.
 */
const codePages: Readonly<Record<number, string>> = {
  0x01: 'CP850',
  0x02: 'CP850',
  0x03: 'CP1252',
  0x57: 'CP1252',
  0x58: 'CP1252',
  0x59: 'CP1252',
  0x64: 'CP852',
  0x65: 'CP866',
  0xc8: 'CP1250',
  0xc9: 'CP1251',
};

/** An encoding, and what declares it. */
type Said = readonly [encoding: string, by: string];

/**
 * Without a declared encoding, the letters decide: text is hardly ever valid UTF-8 by chance. Otherwise the DBF's code
 * page byte decides.
 */
async function readText(file: string, header: DbfHeader, given: Said | undefined): Promise<ShapefileText> {
  const { notUtf8, surelyUtf8, cutRows } = await lettersOf(file, header);
  if (given ? /^(utf-?8|65001)\b/i.test(given[0]) : !notUtf8) {
    if (notUtf8) throw WrongEncoding({ file, encoding: given![0], ...shown(notUtf8) });
    return { encoding: 'UTF-8', cutRows };
  }
  const [encoding, by] = given ?? [codePages[header.codePage] ?? 'CP1252', 'DBF'];
  if (surelyUtf8) throw ReallyUtf8({ file, encoding: encoding.slice(0, 40), by, row: surelyUtf8.row });
  return { encoding, cutRows: new Set() };
}

const shown = ({ row, byte, at }: DbfPlace) => ({
  row,
  at,
  byte: `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
});
