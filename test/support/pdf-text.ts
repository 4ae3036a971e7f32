import { inflateSync } from 'node:zlib';

const numbered = /(\d+) 0 obj\n([\s\S]*?)endobj/g;

/**
 * The lines of text in a PDF of ours, in the order of the file. What is drawn once for many pages occurs once. Glyphs
 * are translated to letters by the font's own map.
 */
export function linesOfPdf(file: Buffer): string[] {
  const objects = new Map(
    [...file.toString('latin1').matchAll(numbered)].map(([, n, body]) => [n!, body!] as const),
  );
  const streamOf = (body: string): string => {
    const [, stream] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
    if (stream === undefined) return '';
    const bytes = Buffer.from(stream, 'latin1');
    return (/\/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const letters = new Map<string, string[]>();
  for (const body of objects.values())
    for (const [, name, font] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font!) ?? '') ?? [];
      if (map) letters.set(name!, lettersOf(streamOf(objects.get(map)!)));
    }
  return [...objects.values()].flatMap((body) => linesOf(streamOf(body), letters));
}

/** @param map a ToUnicode map: the letters of each run of glyphs */
const lettersOf = (map: string): string[] =>
  [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, run]) =>
    [...run!.matchAll(/<([^>]*)>/g)].map(([, units]) =>
      String.fromCharCode(
        ...units!
          .split(' ')
          .filter(Boolean)
          .map((unit) => parseInt(unit, 16)),
      ),
    ),
  );

const linesOf = (content: string, letters: ReadonlyMap<string, string[]>): string[] =>
  [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, text]) => {
    const font = letters.get(/\/(F\d+) /.exec(text!)?.[1] ?? '') ?? [];
    return [...text!.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
      .map((sign) => font[parseInt(sign, 16)] ?? '\uFFFD')
      .join('');
  });
