/** The part of gdal3.js that we use; what the package itself declares covers only its browser build. */
declare module 'gdal3.js/node.js' {
  export interface GdalField {
    name: string;
  }
  export interface GdalReference {
    projjson?: {
      id?: { authority: string; code: number };
      components?: { id?: { authority: string; code: number } }[];
    };
  }
  export interface GdalLayer {
    name: string;
    /** Only where they were asked for. */
    features?: { properties: Record<string, unknown> }[];
    fields: GdalField[];
    geometryFields: { type: string; coordinateSystem?: GdalReference | null }[];
  }
  export interface GdalDataset {
    pointer: number;
    path: string;
    info?: { driverShortName?: string; layers?: GdalLayer[] };
  }
  export interface GdalOutput {
    /** Where it lies in the folder for what it writes. */
    real: string;
    /** With the parts that belong to it. */
    all: { real: string }[];
  }
  /** The part of Emscripten's module that GDAL's own functions are called with. */
  export interface GdalModule {
    readonly FS: {
      mkdir(path: string): void;
      mount(type: unknown, options: { root: string }, path: string): void;
      unmount(path: string): void;
    };
    readonly NODEFS: unknown;
    readonly HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, bytes: number): void;
    ccall(name: string, returns: 'number', types: string[], values: unknown[]): number;
    ccall(name: string, returns: null, types: string[], values: unknown[]): void;
  }
  export interface Gdal {
    readonly Module: GdalModule;
    /** Rejects with a list of faults when nothing could be opened. */
    open(
      path: string,
      openOptions?: string[],
    ): Promise<{ datasets: GdalDataset[]; errors: { message: string }[] }>;
    /** What `ogrinfo -json` tells of it. */
    ogrinfo(dataset: Pick<GdalDataset, 'pointer'>, options?: string[]): Promise<GdalDataset['info']>;
    close(dataset: GdalDataset): Promise<void>;
    ogr2ogr(dataset: GdalDataset, options: string[], outputName: string): Promise<GdalOutput>;
  }
  export interface GdalConfig {
    /** Where its files lie, relative to the working directory. */
    path: string;
    /** A real folder for what it writes. */
    dest: string;
    useWorker: false;
    logHandler: (message: string) => void;
    errorHandler: (message: string) => void;
  }
  export default function initGdalJs(config: GdalConfig): Promise<Gdal>;
}
