import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../kernel/refusal.js';
import { FileUnreadable, ZipBomb, ZipEncrypted, ZipUnclear } from './file-refusals.js';

/** Most bytes that a zip may unpack to. Above `harmless` bytes it may also be at most `ratio` times its packed size. */
export interface ZipLimits {
  readonly bytes: number;
  readonly ratio: number;
  readonly harmless: number;
}

/**
 * Twenty gigabytes: the data of a municipality has less than a tenth of that. Geodata is packed to a twentieth at best.
 */
const usual: ZipLimits = { bytes: 20 * 1024 ** 3, ratio: 200, harmless: 100 * 1024 ** 2 };

/** Files that can be imported on their own. The other parts of a Shapefile are unpacked with it. */
const data = /\.(gpkg|shp|geojson|json|topojson|geojsonl|geojsons|ndjson|csv|tsv|fgb|gml|kml|mif)$/i;
/**
 * Used only if there is no other data: most text files are a note to the reader, or the query that was sent to a
 * server.
 */
const text = /\.txt$/i;
/** Extra files that a Mac adds for each file. */
const isOfMac = ({ fileName }: Entry): boolean => /(^|\/)(__MACOSX\/|\._)/.test(fileName);
const besideShapefile = /\.(shx|dbf|prj|cpg)$/i;
const besideMif = /\.mid$/i;

/** Folders that have not been removed yet. They are removed when the process exits. */
const unpacked = new Set<string>();
process.once('exit', () => {
  for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
});

export interface Unpacked {
  /** The path of the unpacked file. */
  readonly file: string;
  /** Its name in the zip. */
  readonly name: string;
  /** Removes it and everything that was unpacked with it. */
  readonly remove: () => Promise<void>;
}

/**
 * Unpacks the only file of a zip that can be imported to a temporary folder; a Shapefile with its other parts. The
 * names in the zip are not used there.
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
  // No autoClose: all entries must be seen before the right ones can be unpacked.
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

/** @throws places.zip-unclear if a part is there twice: one would overwrite the other */
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

/** Counts the bytes as they are unpacked: the sizes that a zip declares may be false. */
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
