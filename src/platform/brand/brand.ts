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

interface BrandParts {
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

/** The look of everything that residents see, read once at start. The staff console has its own. */
export class Brand {
  private readonly byAddress: ReadonlyMap<string, ServedFile>;

  constructor(readonly parts: BrandParts) {
    this.byAddress = new Map(parts.served.map((file) => [file.href, file]));
  }

  /** The look without a brand folder. */
  static neutral(): Brand {
    return new Brand({ tokens: neutralTokens, typefaces: {}, footer: [], served: [] });
  }

  fileAt(href: string): ServedFile | undefined {
    return this.byAddress.get(href);
  }
}
