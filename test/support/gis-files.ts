import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import initGdalJs, { type Gdal } from 'gdal3.js/node.js';

let loading: Promise<Gdal> | undefined;
let conversions = 0;

/** Loaded once per process: GDAL keeps the first folder that it was given. */
const load = async (): Promise<Gdal> => {
  const dest = mkdtempSync(path.join(tmpdir(), 'budkavle-gdal-'));
  process.once('exit', () => {
    rmSync(dest, { recursive: true, force: true });
  });
  return initGdalJs({
    path: 'node_modules/gdal3.js/dist/package',
    dest,
    useWorker: false,
    logHandler: () => undefined,
    errorHandler: () => undefined,
  });
};

/** A folder of files as a data supplier would send them, written by GDAL. The caller must close it. */
export class GisFiles {
  private constructor(
    readonly folder: string,
    private readonly gdal: Gdal,
  ) {}

  static async open(): Promise<GisFiles> {
    const gdal = await (loading ??= load());
    return new GisFiles(await mkdtemp(path.join(tmpdir(), 'budkavle-files-')), gdal);
  }

  /** Writes text and buffers unchanged, anything else as JSON. */
  async write(name: string, content: unknown): Promise<void> {
    await writeFile(
      this.at(name),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }

  /**
   * Writes a collection in one of GDAL's formats.
   *
   * @param name without the extension that the format adds
   */
  async convert(collection: unknown, format: string, name: string, options: string[] = []): Promise<void> {
    await this.write('source.geojson', collection);
    const { datasets } = await this.gdal.open(this.at('source.geojson'));
    // A unique name: the file of an earlier test would be in the way.
    const own = `${(conversions += 1)}-`;
    const { all } = await this.gdal.ogr2ogr(datasets[0]!, ['-f', format, ...options], own + name);
    await this.gdal.close(datasets[0]!);
    for (const { real } of all) await rename(real, this.at(path.basename(real).slice(own.length)));
  }

  at = (name: string): string => path.join(this.folder, name);

  close = (): Promise<void> => rm(this.folder, { recursive: true, force: true });
}
