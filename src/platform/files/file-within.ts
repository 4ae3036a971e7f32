import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../kernel/refusal.js';

const FileOutside = refusal('file.outside-folder', 'forbidden', {
  sv: '{file} ligger utanför mappen {folder}, och bara det som finns där läses. Flytta eller kopiera filen dit, eller ange dess mapp med --data.',
  en: '{file} lies outside the folder {folder}, and only what is there is read. Move or copy the file there, or name its folder with --data.',
});

/**
 * The path of a file that a profile names. A profile must not be able to read files outside the folder, neither by `..`
 * nor by a symbolic link. A missing file is not an error here: the code that reads it reports it.
 *
 * @throws file.outside-folder
 */
export async function fileWithin(folder: string, file: string): Promise<string> {
  const root = path.resolve(folder);
  const wanted = path.resolve(root, file);
  const real = await realpath(wanted).catch(() => undefined);
  const realRoot = await realpath(root).catch(() => root);
  if (!isWithin(root, wanted) || (real !== undefined && !isWithin(realRoot, real)))
    throw FileOutside({ file, folder });
  return wanted;
}

/**
 * The same check for the files beside it with the same base name, for example the attribute table of a Shapefile or the
 * journal of a GeoPackage.
 *
 * @throws file.outside-folder
 */
export async function requirePartsWithin(folder: string, file: string): Promise<void> {
  const { dir, name } = path.parse(path.resolve(folder, file));
  const parts = (await readdir(dir).catch(() => [])).filter((one) =>
    one.toLowerCase().startsWith(`${name}.`.toLowerCase()),
  );
  for (const part of parts) await fileWithin(folder, path.join(dir, part));
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
