import type { Brand, BrandParts, LookField, ServedFile } from './brand.js';
import type { BrandColours, BrandFile } from './brand-file.js';
import { readImage, type BrandImage } from './brand-image.js';
import { servedFile } from './served-file.js';
import { tokensOf } from './tokens-of.js';

/** What the console keeps of the look. Undefined is what it leaves to the folder or the neutral look. */
export interface KeptLook {
  readonly name: string | undefined;
  readonly colours: BrandColours | undefined;
  readonly footer: BrandFile['footer'];
  /** On the accent, as in the brand folder; `printLogo` is a PNG on white paper. */
  readonly logo: Buffer | undefined;
  readonly darkLogo: Buffer | undefined;
  readonly printLogo: Buffer | undefined;
  readonly logoHasName: boolean;
}

/** What a brand folder sets, so that the console can't. */
export const fieldsOf = ({ name, logo, colours, footer }: BrandFile): LookField[] => [
  ...(name === undefined ? [] : ['name' as const]),
  ...(logo === undefined ? [] : ['logo' as const]),
  ...(colours === undefined ? [] : ['colours' as const]),
  ...(footer.length === 0 ? [] : ['footer' as const]),
];

/** The look with what the console keeps. What the folder sets stays: the folder is the operator's. */
export function lookWith({ base, fixed }: Pick<Brand, 'base' | 'fixed'>, kept: KeptLook): BrandParts {
  const isOpen = (field: LookField): boolean => !fixed.includes(field);
  const colours = isOpen('colours') ? kept.colours : undefined;
  const tokens = colours ? tokensOf(colours) : base.tokens;
  const served: ServedFile[] = [];
  const shown = (bytes: Buffer): BrandImage => {
    const { type, width, height } = readUpload(bytes);
    const file = servedFile(type, bytes);
    served.push(file);
    return { href: file.href, width, height };
  };
  const ownLogo = isOpen('logo') && kept.logo !== undefined;
  const logo = ownLogo
    ? {
        light: shown(kept.logo),
        dark: kept.darkLogo && shown(kept.darkLogo),
        hasName: kept.logoHasName,
      }
    : base.logo;
  const printLogo = isOpen('logo') && kept.printLogo ? printed(kept.printLogo) : base.print?.logo;
  const hasPrint = base.print !== undefined || colours !== undefined || printLogo !== undefined;
  return {
    ...base,
    tokens,
    logo,
    name: isOpen('name') ? (kept.name ?? base.name) : base.name,
    footer: isOpen('footer') && kept.footer.length > 0 ? kept.footer : base.footer,
    print: hasPrint ? { accent: tokens.light.action, logo: printLogo, fonts: base.print?.fonts } : undefined,
    served: [...base.served, ...served],
  };
}

function printed(png: Buffer) {
  const { width, height } = readUpload(png);
  return { png, width, height };
}

/** An image that came without a name. @throws Error with what is wrong */
export const readUpload = (bytes: Buffer) =>
  readImage(bytes, bytes.subarray(0, 4).equals(pngBegins) ? 'logo.png' : 'logo.svg');

const pngBegins = Buffer.from('89504e47', 'hex');
