import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';

/** Pixels of a point (1/72 inch): about what a phone sees of a note in the hand. */
const sharpness = 4;
/** White around it, in points. */
const quiet = 8;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a phone reads when it scans the black squares that a PDF draws. @throws if it finds no code */
export function codeOnPdf(file: Buffer): string {
  const boxes = filledBoxes(file);
  const left = Math.min(...boxes.map(({ x }) => x)) - quiet;
  const top = Math.min(...boxes.map(({ y }) => y)) - quiet;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + quiet;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + quiet;
  const [width, height] = [Math.ceil((right - left) * sharpness), Math.ceil((bottom - top) * sharpness)];
  const data = new Uint8Array(width * height * 4).fill(255);
  const pixel = (at: number, edge: number): number => Math.round((at - edge) * sharpness);
  for (const box of boxes)
    for (let y = pixel(box.y, top); y < pixel(box.y + box.height, top); y += 1)
      for (let x = pixel(box.x, left); x < pixel(box.x + box.width, left); x += 1)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return decodeQR({ width, height, data });
}

/** Rectangles that are filled. Their y axis starts at the top, as the library draws. */
function filledBoxes(file: Buffer): Box[] {
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream]) => unpacked(stream!));
  return [
    ...streams
      .join('\n')
      .matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\n(?:\/\w+ cs\n[\d. ]+scn\n)?f\b/g),
  ].map(([, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
    return { x, y, width, height };
  });
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return stream;
  }
}
