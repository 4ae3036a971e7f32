// Written as escapes where characters look alike: an invisible character in this file would be a trap.
const replacements: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'],
  [/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // C0 (but not LF), DEL and C1 have no meaning in a text, and some phones show them as boxes.
  // eslint-disable-next-line no-control-regex -- the pattern must match them
  [/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ''],
  // PostgreSQL and the provider refuse half of a surrogate pair: it cannot be written as UTF-8.
  [/\p{Surrogate}/gu, ''],
  // Noncharacters: a spoken text is sent as XML, which does not allow them.
  [/[\ufffe\uffff]/g, ''],
  // Soft hyphen, zero-width space, word joiner and invisible operators, byte order mark, annotation marks, overrides of
  // direction. Also joiners, fillers and variation selectors of scripts that are not in use there, the object
  // replacement character, and Hangul fillers.
  [
    /[\u034f\u115f\u1160\u206a-\u206f\u3164\uffa0\ufff0-\ufff8\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu,
    '',
  ],
  [/(?<!\p{Script=Mongolian})[\u180b-\u180d\u180f]/gu, ''],
  [/(?<!\p{Script=Khmer})[\u17b4\u17b5]/gu, ''],
  [/(?<!(?!\p{Script=Latin})\p{L})[\ufe00-\ufe0e]/gu, ''],
  [/(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]/gu, ''],
  [/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\d#*])\ufe0f|(?<=[\d#*])\ufe0f(?!\u20e3)/gu, ''],
  // An empty Braille cell looks like a space.
  [/\u2800/g, ' '],
  [/[\u00ad\u180e\u200b\u2060-\u2064\u202d\u202e\ufeff\ufff9-\ufffb]/g, ''],
  [/[‘’‚‛‹›′‵❛❜`´＇]/gu, "'"],
  [/[“”„‟«»″‶❝❞〝〞＂]/gu, '"'],
  [/[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u2e3a\u2e3b]/g, '-'],
  [/…/g, '...'],
  [/[•‣◦▪●∙]/g, '-'],
  // A middle dot between letters belongs to the spelling (Catalan col·lega); elsewhere it is a separator.
  [/(?<!\p{L})·|·(?!\p{L})/gu, '-'],
  [/[⁄∕]/g, '/'],
];

// Tag characters spell the flags of Scotland and others; anywhere else they are invisible text.
const flagOrTags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,10}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

const ligatures = /[\ufb00-\ufb06]/g;

const bidirectionalMarks = /[\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]/g;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// Joiners are part of the spelling in Persian, Urdu and Indic scripts, and they bind emoji. In Latin text they are
// leftovers of copying.
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?!\p{Script=Latin})[\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{Extended_Pictographic}|(?!\p{Script=Latin})[\p{L}\p{M}])/gu;

/**
 * The text with plain punctuation. Word processors and web pages add quotes, dashes and spaces that would force UCS-2
 * and more than halve a part. Letters are never replaced, but ligatures become two letters. The result is in composed
 * form (NFC), which is what GSM-7 knows. Line ends become LF, other control characters are removed. Idempotent.
 */
export function plainPunctuation(text: string): string {
  // Removing a character can bring a letter and its accent, or a joiner's neighbours, together: repeat until nothing
  // changes.
  let present = text;
  for (;;) {
    const next = replaceOnce(present);
    if (next === present) return next;
    present = next;
  }
}

function replaceOnce(text: string): string {
  let plain = text
    .normalize('NFC')
    .replace(flagOrTags, (_tags, flag: string | undefined) => flag ?? '')
    .replace(ligatures, (ligature) => ligature.normalize('NFKC'));
  for (const [pattern, replacement] of replacements) plain = plain.replace(pattern, replacement);
  if (!rightToLeft.test(plain)) plain = plain.replace(bidirectionalMarks, '');
  return plain.replace(strayJoiner, '').normalize('NFC');
}
