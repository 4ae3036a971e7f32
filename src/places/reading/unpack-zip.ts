import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../kernel/refusal.js';
import { FileUnreadable, ZipBomb, ZipEncrypted, ZipUnclear } from './file-refusals.js';

/** Bytes that a zip may unpack to, and how many times its packed size where it is more than `harmless`. */
export interface ZipLimits {
  readonly bytes: number;
  readonly ratio: number;
  readonly harmless: number;
}

/** Twenty gigabytes: no municipality's data weighs a tenth of that. Geodata packs to a twentieth at best. */
const usual: ZipLimits = { bytes: 20 * 1024 ** 3, ratio: 200, harmless: 100 * 1024 ** 2 };

/** What can be imported by itself; the other parts of a Shapefile come along with it. */
const data = /\.(gpkg|shp|geojson|json|topojson|geojsonl|geojsons|ndjson|csv|tsv|fgb|gml|kml|mif)$/i;
/** Data only where there is nothing else: most are a word to the reader, or what a server was asked. */
const text = /\.txt$/i;
/** What a Mac puts beside each file. */
const isOfMac = ({ fileName }: Entry): boolean => /(^|\/)(__MACOSX\/|\._)/.test(fileName);
const besideShapefile = /\.(shx|dbf|prj|cpg)$/i;
const besideMif = /\.mid$/i;

/** Folders that nobody has read to the end: they go with the process. */
const unpacked = new Set<string>();
process.once('exit', () => {
  for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
});

export interface Unpacked {
  /** Where the file lies now. */
  readonly file: string;
  /** What it is called in the zip. */
  readonly name: string;
  /** Removes it and all that came with it. */
  readonly remove: () => Promise<void>;
}

/**
 * Unpacks the one file of a zip that can be imported, with the other parts where it is a Shapefile, into a temporary
 * folder. None of the names in the zip are used there.
 *
 * @throws places.zip-unclear, places.zip-bomb, places.zip-encrypted, places.file-unreadable
 */
export async function unpackZip(zip: string, limits: ZipLimits = usual): Promise<Unpacked> {
  const folder = await mkdtemp(path.join(tmpdir(), 'budkavle-zip-'));
  unpacked.add(folder);
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    unpacked.delete(folder);
  };
  try {
    return { ...(await unpackInto(folder, zip, limits)), remove };
  } catch (error) {
    await remove();
    if (error instanceof DomainError) throw error;
    throw FileUnreadable({ file: zip, reason: (error as Error).message });
  }
}

async function unpackInto(folder: string, zip: string, limits: ZipLimits): Promise<Omit<Unpacked, 'remove'>> {
  // Closed by ourselves: what is to be unpacked is known only when all entries have been seen.
  const opened = await openPromise(zip, { autoClose: false });
  try {
    const entries: Entry[] = [];
    for await (const entry of opened.eachEntry()) entries.push(entry);
    const chosen = choose(entries, zip);
    const spent = { bytes: 0, packed: 0 };
    for (const entry of [chosen, ...partsOf(chosen, entries, zip)]) {
      if (entry.isEncrypted()) throw ZipEncrypted({ file: zip });
      spent.packed += entry.compressedSize;
      await unpack(opened, entry, targetOf(folder, entry), ceiling(zip, spent, limits));
    }
    return { file: targetOf(folder, chosen), name: chosen.fileName };
  } finally {
    opened.close();
  }
}

function choose(entries: readonly Entry[], file: string): Entry {
  const own = entries.filter((entry) => !isOfMac(entry) && !entry.fileName.endsWith('/'));
  const some = own.filter(({ fileName }) => data.test(fileName));
  const found = some.length > 0 ? some : own.filter(({ fileName }) => text.test(fileName));
  if (found.length === 1) return found[0]!;
  throw ZipUnclear({ file, files: found.map(({ fileName }) => fileName).join(', ') || '–' });
}

/** @throws places.zip-unclear where a part is there twice: the one would be unpacked over the other */
function partsOf({ fileName }: Entry, entries: readonly Entry[], file: string): Entry[] {
  const beside = /\.shp$/i.test(fileName)
    ? besideShapefile
    : /\.mif$/i.test(fileName)
      ? besideMif
      : undefined;
  if (!beside) return [];
  const stem = (name: string): string => name.slice(0, -path.extname(name).length).toLowerCase();
  const parts = entries.filter((e) => beside.test(e.fileName) && stem(e.fileName) === stem(fileName));
  const ends = parts.map((part) => path.extname(part.fileName).toLowerCase());
  const twins = parts.filter((_, index) => ends.filter((end) => end === ends[index]).length > 1);
  if (twins.length > 0) throw ZipUnclear({ file, files: twins.map((twin) => twin.fileName).join(', ') });
  return parts;
}

const targetOf = (folder: string, { fileName }: Entry): string =>
  path.join(folder, `data${path.extname(fileName).toLowerCase()}`);

async function unpack(zip: ZipFile, entry: Entry, target: string, guard: Transform): Promise<void> {
  await pipeline(await zip.openReadStreamPromise(entry), guard, createWriteStream(target));
}

/** Counted as it comes out: what a zip says of its sizes need not be true. */
function ceiling(
  file: string,
  spent: { bytes: number; readonly packed: number },
  { bytes, ratio, harmless }: ZipLimits,
): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      spent.bytes += chunk.length;
      const most = Math.min(bytes, Math.max(harmless, spent.packed * ratio));
      if (spent.bytes > most) done(ZipBomb({ file, megabytes: Math.round(most / 1024 / 1024) }));
      else done(null, chunk);
    },
  });
}
