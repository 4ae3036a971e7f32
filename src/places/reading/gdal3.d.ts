/** The part of gdal3.js that is used. The package's own declarations cover only its browser build. */
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
    /** Only if they were asked for. */
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
    /** Its path in the output folder. */
    real: string;
    /** All files of the output, including its parts. */
    all: { real: string }[];
  }
  /** The part of Emscripten's module that is needed to call GDAL's own functions. */
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
    /** Rejects with a list of faults if nothing could be opened. */
    open(
      path: string,
      openOptions?: string[],
    ): Promise<{ datasets: GdalDataset[]; errors: { message: string }[] }>;
    /** The output of `ogrinfo -json`. */
    ogrinfo(dataset: Pick<GdalDataset, 'pointer'>, options?: string[]): Promise<GdalDataset['info']>;
    close(dataset: GdalDataset): Promise<void>;
    ogr2ogr(dataset: GdalDataset, options: string[], outputName: string): Promise<GdalOutput>;
  }
  export interface GdalConfig {
    /** The folder of its files, relative to the working directory. */
    path: string;
    /** A real folder for its output. */
    dest: string;
    useWorker: false;
    logHandler: (message: string) => void;
    errorHandler: (message: string) => void;
  }
  export default function initGdalJs(config: GdalConfig): Promise<Gdal>;
}
