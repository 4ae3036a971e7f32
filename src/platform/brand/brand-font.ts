/** Bytes. Fonts of a page are loaded on a weak network; those of a print are not. */
export const mostFontBytes = { web: 300_000, print: 2_000_000 } as const;

/** What every page and print needs. Other letters may come from another typeface. */
const needed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghijklmnopqrstuvwxyzåäöéÉ0123456789.,:;-–?!()/&”’+%';

/**
 * Checks that a font can be read and has the letters of Swedish.
 *
 * @param use a font of a print must also be possible to embed
 * @throws Error with what is wrong
 */
export async function checkFont(
  bytes: Buffer,
  use: keyof typeof mostFontBytes,
  { isVariable = false } = {},
): Promise<void> {
  if (bytes.length > mostFontBytes[use])
    throw new Error(`is ${bytes.length} bytes; at most ${mostFontBytes[use]} are allowed`);
  if (use === 'web' && bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error('is not a woff2 font');
  // Only a brand with typefaces needs the font library.
  const { create } = await import('fontkit');
  const font = await attempt(() => create(bytes));
  if (!font || !('layout' in font)) throw new Error('is a font that can’t be read');
  const lacking = await attempt(() =>
    Array.from(needed).filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0)!)),
  );
  if (!lacking) throw new Error('is a font that can’t be read');
  if (lacking.length > 0) throw new Error(`lacks ${lacking.join(' ')}`);
  if (isVariable && !('wght' in font.variationAxes)) throw new Error('is not variable: give it one weight');
  if (use === 'print') {
    const embedded = await attempt(() => {
      const subset = font.createSubset();
      for (const glyph of font.layout(needed).glyphs) subset.includeGlyph(glyph);
      return subset.encode();
    });
    if (!embedded) throw new Error('can’t be embedded in a PDF');
  }
}

/** The library throws errors of many kinds for damaged files, none of them for people. */
async function attempt<T>(read: () => T): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
