import path from 'node:path';
import type { Gdal, GdalDataset, GdalModule } from 'gdal3.js/node.js';

/**
 * GDAL's driver for a file extension. All these formats hold their data themselves. A VRT, a MapInfo table or a SQLite
 * database may refer to any other file, so they are not read.
 */
const driverOf: Readonly<Record<string, string>> = {
  '.gpkg': 'GPKG',
  '.shp': 'ESRI Shapefile',
  '.topojson': 'TopoJSON',
  '.fgb': 'FlatGeobuf',
  '.gml': 'GML',
  '.kml': 'KML',
  '.mif': 'MapInfo File',
};

/** Extensions of the files that GDAL may read. */
export const gdalEndings: readonly string[] = Object.keys(driverOf);

export const driverFor = (file: string): string | undefined => driverOf[path.extname(file).toLowerCase()];

/** Where the folder of the open file is mounted in GDAL's own file system. */
const mountPoint = '/source';
const flags = { vector: 0x04, verbose: 0x40 };

/** A file that GDAL has open. Only one at a time: the folder of the next file is mounted in the same place. */
export interface OpenDataset {
  readonly dataset: GdalDataset;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file with exactly one driver, even if its content looks like another format.
 *
 * @param file its absolute path; the file must exist
 * @returns undefined if the driver can't read it; GDAL has then reported why
 */
export async function openWithDriver(
  gdal: Gdal,
  file: string,
  driver: string,
  openOptions: readonly string[],
): Promise<OpenDataset | undefined> {
  const { Module: module } = gdal;
  mount(module, path.dirname(file));
  // Otherwise the driver guesses types: 007 becomes 7, and an integer that is too large becomes the largest possible
  // one.
  module.ccall('CPLSetConfigOption', null, ['string', 'string'], ['GML_FIELDTYPES', 'ALWAYS_STRING']);
  const drivers = listOf(module, [driver]);
  const options = listOf(module, openOptions);
  const name = path.basename(file);
  const pointer = module.ccall(
    'GDALOpenEx',
    'number',
    ['string', 'number', 'number', 'number', 'number'],
    [`${mountPoint}/${name}`, flags.vector | flags.verbose, drivers.pointer, options.pointer, 0],
  );
  drivers.free();
  options.free();
  if (pointer === 0) {
    module.FS.unmount(mountPoint);
    return undefined;
  }
  const close = async (): Promise<void> => {
    await gdal.close({ pointer, path: name });
    module.FS.unmount(mountPoint);
  };
  try {
    const info = await gdal.ogrinfo({ pointer });
    return { dataset: { pointer, path: name, ...(info && { info }) }, close };
  } catch {
    await close();
    return undefined;
  }
}

const mounted = new WeakSet<GdalModule>();

function mount(module: GdalModule, folder: string): void {
  if (!mounted.has(module)) module.FS.mkdir(mountPoint);
  mounted.add(module);
  module.FS.mount(module.NODEFS, { root: folder }, mountPoint);
}

/** A list of strings for C: pointers, and a null pointer at the end. */
function listOf(module: GdalModule, texts: readonly string[]): { pointer: number; free: () => void } {
  const pointers = texts.map((text) => {
    const bytes = module.lengthBytesUTF8(text) + 1;
    const pointer = module._malloc(bytes);
    module.stringToUTF8(text, pointer, bytes);
    return pointer;
  });
  const list = module._malloc((pointers.length + 1) * 4);
  module.HEAPU32.set([...pointers, 0], list / 4);
  const free = (): void => {
    for (const pointer of [...pointers, list]) module._free(pointer);
  };
  return { pointer: list, free };
}
