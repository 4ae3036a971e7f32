import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import initGdalJs, { type Gdal } from 'gdal3.js/node.js';

/** A folder of files as others would have sent them, written by GDAL. Closed by whoever opened it. */
export class GisFiles {
  private constructor(
    readonly folder: string,
    private readonly gdal: Gdal,
  ) {}

  static async open(): Promise<GisFiles> {
    const folder = await mkdtemp(path.join(tmpdir(), 'budkavle-files-'));
    const gdal = await initGdalJs({
      path: 'node_modules/gdal3.js/dist/package',
      dest: folder,
      useWorker: false,
      logHandler: () => undefined,
      errorHandler: () => undefined,
    });
    return new GisFiles(folder, gdal);
  }

  /** Text as it is, anything else as JSON. */
  async write(name: string, content: unknown): Promise<void> {
    await writeFile(
      this.at(name),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }

  /**
   * A collection in one of GDAL's formats.
   *
   * @param name without the ending that the format brings
   */
  async convert(collection: unknown, format: string, name: string, options: string[] = []): Promise<void> {
    await this.write('source.geojson', collection);
    const { datasets } = await this.gdal.open(this.at('source.geojson'));
    await this.gdal.ogr2ogr(datasets[0]!, ['-f', format, ...options], name);
    await this.gdal.close(datasets[0]!);
  }

  at = (name: string): string => path.join(this.folder, name);

  close = (): Promise<void> => rm(this.folder, { recursive: true, force: true });
}
