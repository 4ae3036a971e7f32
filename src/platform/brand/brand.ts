import { createHash } from 'node:crypto';
import type { BrandFile } from './brand-file.js';
import type { BrandImage, ReadImage } from './brand-image.js';
import { neutralTokens, type BrandTokens } from './colour-tokens.js';

/** A file of the brand as it is served. The address changes with the content, so that it can be cached for ever. */
export interface ServedFile {
  readonly href: string;
  readonly type: ReadImage['type'] | 'font/woff2';
  readonly bytes: Buffer;
}

export interface BrandTypeface {
  readonly family: string;
  readonly fallback: 'sans-serif' | 'serif';
  readonly files: readonly { readonly href: string; readonly weight: string }[];
}

/** What a print takes from the brand: plain data, so that it can be passed to a thread. */
export interface PrintBrand {
  /** Readable on white. */
  readonly accent: string;
  readonly logo?: { readonly png: Uint8Array; readonly width: number; readonly height: number };
  readonly fonts?: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

export interface BrandParts {
  readonly tokens: BrandTokens;
  readonly name?: string;
  readonly logo?: { readonly light: BrandImage; readonly dark?: BrandImage; readonly hasName: boolean };
  readonly icon?: BrandImage;
  readonly typefaces: { readonly text?: BrandTypeface; readonly headings?: BrandTypeface };
  readonly footer: BrandFile['footer'];
  /** Undefined for the neutral look: prints are then black. */
  readonly print?: PrintBrand;
  readonly served: readonly ServedFile[];
}

/** What both the brand folder and the console can set. */
export const lookFields = ['name', 'logo', 'colours', 'footer'] as const;
export type LookField = (typeof lookFields)[number];

const neutral: BrandParts = { tokens: neutralTokens, typefaces: {}, footer: [], served: [] };

/** The look of everything that residents see. It may change while the program runs. The staff console has its own. */
export class Brand {
  private current: Look;
  private before: Look | undefined;

  /**
   * @param base the look without what the console keeps: the folder's
   * @param fixed what the folder sets, which the console can't change
   */
  constructor(
    readonly base: BrandParts,
    readonly fixed: readonly LookField[] = [],
  ) {
    this.current = lookOf(base);
  }

  /** The look without a brand folder. */
  static neutral(): Brand {
    return new Brand(neutral);
  }

  get parts(): BrandParts {
    return this.current.parts;
  }

  /** Changes with anything that a page shows of the brand. For entity tags. */
  get version(): string {
    return this.current.version;
  }

  /** Changes the look. Pages that were sent before still find their logo. */
  change(parts: BrandParts): void {
    const next = lookOf(parts);
    if (next.version === this.current.version) this.current = next;
    else [this.before, this.current] = [this.current, next];
  }

  fileAt(href: string): ServedFile | undefined {
    return this.current.files.get(href) ?? this.before?.files.get(href);
  }
}

interface Look {
  readonly parts: BrandParts;
  readonly version: string;
  readonly files: ReadonlyMap<string, ServedFile>;
}

const lookOf = (parts: BrandParts): Look => {
  // Files are in it by their addresses, which change with their content.
  const { print: _print, served, ...shown } = parts;
  return {
    parts,
    version: hashOf(JSON.stringify(shown)),
    files: new Map(served.map((file) => [file.href, file])),
  };
};

export const hashOf = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 12);
