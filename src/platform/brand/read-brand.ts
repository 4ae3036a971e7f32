import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../kernel/refusal.js';
import { fileWithin } from '../files/file-within.js';
import { StartRefused } from '../processes/start-refused.js';
import { Brand, type BrandTypeface, type PrintBrand, type ServedFile } from './brand.js';
import { fieldsOf } from './kept-look.js';
import { servedFile } from './served-file.js';
import { brandFile, type BrandFile } from './brand-file.js';
import { checkFont } from './brand-font.js';
import { readImage, type BrandImage } from './brand-image.js';
import { contrastFaults, describeFault } from './contrast-pairs.js';
import { neutralTokens } from './colour-tokens.js';
import { tokensOf } from './tokens-of.js';

const names = ['brand.yaml', 'brand.yml', 'brand.json'];
const mostFileBytes = 100_000;

/** The brand is wrong. Each fault names the field of the brand file. */
export class BrandRefused extends StartRefused {
  constructor(
    readonly folder: string,
    readonly faults: readonly string[],
  ) {
    super(
      `The brand in BRAND_FOLDER is wrong (${folder}):\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
}

/**
 * Reads the brand folder and checks all of it: fields, files, fonts and contrasts.
 *
 * @param folder undefined for the neutral look
 * @throws BrandRefused with every fault that was found
 */
export async function readBrand(folder: string | undefined): Promise<Brand> {
  if (folder === undefined) return Brand.neutral();
  const file = await readBrandFile(folder);
  const reader = new FolderReader(folder);
  const { light, dark, print: printLogo, hasName = false } = file.logo ?? {};
  const logo =
    light === undefined
      ? undefined
      : {
          light: await reader.image('logo.light', light),
          dark: dark === undefined ? undefined : await reader.image('logo.dark', dark),
          hasName,
        };
  const icon = file.icon === undefined ? undefined : await reader.image('icon', file.icon);
  const typefaces = {
    text: await reader.typeface('typefaces.text', file.typefaces.text),
    headings: await reader.typeface('typefaces.headings', file.typefaces.headings),
  };
  const tokens = file.colours ? tokensOf(file.colours) : neutralTokens;
  const print: PrintBrand = {
    accent: tokens.light.action,
    logo: printLogo === undefined ? undefined : await reader.printLogo(printLogo),
    fonts: await reader.printFonts(file.typefaces.print),
  };
  const faults = [...reader.faults, ...contrastFaults(tokens).map(describeFault)];
  if (faults.length > 0) throw new BrandRefused(folder, faults);
  const { name, footer } = file;
  const parts = { tokens, name, logo, icon, typefaces, footer, print, served: reader.served };
  return new Brand(parts, fieldsOf(file));
}

async function readBrandFile(folder: string): Promise<BrandFile> {
  const found = await Promise.all(
    names.map(async (name) => {
      const about = await stat(path.join(folder, name)).catch(() => undefined);
      return about?.isFile() ? [{ name, size: about.size }] : [];
    }),
  );
  const [first, second] = found.flat();
  if (!first)
    throw new BrandRefused(folder, ['brand.yaml can’t be found: is this the folder, and may it be read?']);
  if (second) throw new BrandRefused(folder, [`${first.name} and ${second.name}: which one is meant?`]);
  if (first.size > mostFileBytes)
    throw new BrandRefused(folder, [`${first.name}: is larger than ${mostFileBytes} bytes`]);
  let content: unknown;
  try {
    // JSON is YAML too.
    content = parse(await readFile(path.join(folder, first.name), 'utf8'), { maxAliasCount: 0 });
  } catch (error) {
    throw new BrandRefused(folder, [`${first.name}: ${(error as Error).message.split('\n')[0]}`]);
  }
  const read = brandFile.safeParse(content);
  if (read.success) return read.data;
  throw new BrandRefused(
    folder,
    read.error.issues.map((issue) => `${issue.path.join('.') || first.name}: ${issue.message}`),
  );
}

const nothing: BrandImage = { href: '', width: 1, height: 1 };

/** Reads the files that the brand file names, and collects what is wrong with them. */
class FolderReader {
  readonly faults: string[] = [];
  readonly served: ServedFile[] = [];

  constructor(private readonly folder: string) {}

  async image(field: string, name: string): Promise<BrandImage> {
    return this.checked(field, name, nothing, (bytes) => {
      const { type, width, height } = readImage(bytes, name);
      return { href: this.serve(type, bytes), width, height };
    });
  }

  async typeface(field: string, given: BrandFile['typefaces']['text']): Promise<BrandTypeface | undefined> {
    if (!given) return undefined;
    const files = [];
    for (const [at, { file, weight }] of given.files.entries())
      files.push(
        await this.checked(`${field}.files.${at}`, file, { href: '', weight }, async (bytes) => {
          await checkFont(bytes, 'web', { isVariable: weight.includes(' ') });
          return { href: this.serve('font/woff2', bytes), weight };
        }),
      );
    return { family: given.family, fallback: given.fallback, files };
  }

  async printLogo(name: string): Promise<PrintBrand['logo']> {
    return this.checked('logo.print', name, undefined, (png) => {
      const { width, height } = readImage(png, name);
      return { png, width, height };
    });
  }

  async printFonts(given: BrandFile['typefaces']['print']): Promise<PrintBrand['fonts']> {
    if (!given) return undefined;
    const fontOf = (weight: 'regular' | 'bold') =>
      this.checked(`typefaces.print.${weight}`, given[weight], Buffer.alloc(0), async (bytes) => {
        await checkFont(bytes, 'print');
        return bytes;
      });
    return { regular: await fontOf('regular'), bold: await fontOf('bold') };
  }

  private serve(type: ServedFile['type'], bytes: Buffer): string {
    const file = servedFile(type, bytes);
    this.served.push(file);
    return file.href;
  }

  /** @param otherwise given back if the file is wrong: the brand is refused when all is read */
  private async checked<T>(
    field: string,
    name: string,
    otherwise: T,
    read: (bytes: Buffer) => T | Promise<T>,
  ): Promise<T> {
    try {
      const file = await fileWithin(this.folder, name);
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new Error(`can’t be read (${(error as NodeJS.ErrnoException).code})`);
      });
      return await read(bytes);
    } catch (error) {
      const fault = error instanceof DomainError ? 'lies outside the brand folder' : (error as Error).message;
      this.faults.push(`${field}: ${name} ${fault}`);
      return otherwise;
    }
  }
}
