import { inflateSync } from 'node:zlib';

/** An image as a page shows it. Width and height are in its own pixels; a page needs only their ratio. */
export interface BrandImage {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** Bytes. A logo is on every page, and people open it on a weak network. */
export const mostImageBytes = 200_000;
const mostPixels = 2000;

export interface ReadImage {
  readonly type: 'image/svg+xml' | 'image/png';
  readonly width: number;
  readonly height: number;
}

/**
 * Reads what kind of image it is and how large. An SVG is text that anybody may have written: what could run or load
 * something is refused here, and the answer's CSP forbids it once more.
 *
 * @throws Error with what is wrong
 */
export function readImage(bytes: Buffer, name: string): ReadImage {
  if (bytes.length > mostImageBytes)
    throw new Error(`is ${bytes.length} bytes; at most ${mostImageBytes} are allowed`);
  const image = /\.svg$/i.test(name) ? readSvg(bytes.toString('utf8')) : readPng(bytes);
  if (!(image.width > 0 && image.height > 0)) throw new Error('has no width or height');
  return image;
}

const refusedInSvg: readonly [RegExp, string][] = [
  [/<!(DOCTYPE|ENTITY)/i, 'has a DOCTYPE or an entity'],
  [/<(?:\w+:)?script[\s/>]/i, 'has a script'],
  [/<(?:\w+:)?foreignObject[\s/>]/i, 'has a foreignObject'],
  [/[\s"'/]on[a-z]+\s*=/i, 'has an event handler'],
  [/attributeName\s*=\s*["']\s*(?:\w+:)?(?:href|on)/i, 'changes a link by itself'],
];

/** Gradients and uses refer to the file itself, an embedded picture to its own data. */
const isInside = (target: string): boolean => /^\s*(?:#|data:image\/(?:png|jpeg);)/i.test(target);

function refersOutside(text: string): boolean {
  const links = [...text.matchAll(/href\s*=\s*["']([^"']*)/gi), ...text.matchAll(/url\(["']?([^)]*)\)/gi)];
  return /@import/i.test(text) || links.some(([, target]) => !isInside(target!));
}

function readSvg(text: string): ReadImage {
  const root = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b([^>]*)>/.exec(text);
  const fault = refusedInSvg.find(([pattern]) => pattern.test(text))?.[1];
  if (fault) throw new Error(`${fault}, which a logo must not have`);
  if (refersOutside(text)) throw new Error('refers to something outside itself');
  if (!root || !text.includes('http://www.w3.org/2000/svg')) throw new Error('is not an SVG image');
  if (!/<\/svg>\s*$/.test(text)) throw new Error('has no end: the file is cut off');
  const lengthOf = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(root[1]!)?.[1]);
  const [, box = ''] = /\sviewBox\s*=\s*["']([^"']*)["']/.exec(root[1]!) ?? [];
  const [, , boxWidth, boxHeight] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return {
    type: 'image/svg+xml',
    width: boxWidth || lengthOf('width'),
    height: boxHeight || lengthOf('height'),
  };
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Reads every chunk, since a damaged file would first be noticed in a print. */
function readPng(bytes: Buffer): ReadImage {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('is not a PNG image');
  const pixels: Buffer[] = [];
  let [at, width, height, row, isWhole] = [8, 0, 0, 0, false];
  while (at + 12 <= bytes.length && !isWhole) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR' && data.length === 13) {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      row = rowBytes(width, data);
    }
    if (kind === 'IDAT') pixels.push(data);
    isWhole = kind === 'IEND';
    at += 12 + length;
  }
  if (width > mostPixels || height > mostPixels)
    throw new Error(`is ${width} × ${height} pixels; at most ${mostPixels} × ${mostPixels} are allowed`);
  try {
    if (!isWhole || row === 0) throw new Error();
    const bytes = inflateSync(Buffer.concat(pixels), { maxOutputLength: height * row * 2 + 1024 });
    if (bytes.length < height * row) throw new Error();
  } catch {
    throw new Error('is a damaged PNG image');
  }
  return { type: 'image/png', width, height };
}

/** Samples of a pixel, by the colour type of a PNG. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Bytes of a row with its filter; 0 for what is no kind of PNG. @param header of its IHDR */
function rowBytes(width: number, header: Buffer): number {
  const [depth = 0, colours = -1, , , interlace = -1] = header.subarray(8);
  const pixel = samples[colours];
  if (pixel === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace < 0 || interlace > 1) return 0;
  return Math.ceil((width * pixel * depth) / 8) + 1;
}
