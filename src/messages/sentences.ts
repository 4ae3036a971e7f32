/** A part of a text, in UTF-16 units: from the first one to before the last one, as `slice` takes them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word, soft hyphens included. Numbers are no words. */
export const word = /\p{L}[\p{L}\p{M}\u00ad'-]*/gu;

const address = /^[("']*(?:https?:\/\/|www\.)|\.(?:se|nu|com|org|net|eu)(?:$|[/?#:)"'.,;!])/iu;
/** The punctuation after an address: it ends a sentence there too, though the address itself is blanked. */
const endOfAddress = /[.!?]["')]*$/u;
const abbreviation =
  /(?<!\p{L})(?:t\. ?ex|bl\. ?a|s\. ?k|f\. ?d|d\. ?v\. ?s|p\. ?g\. ?a|fr\. ?o\. ?m|t\. ?o\. ?m|m\. ?h\. ?a|m\. ?a\. ?o|kl|ca|nr|tel|tfn|vxl|inkl|exkl|resp|jfr|enl|ev|alt|kap|kv|rv|sid|dr|prof|e\.g|i\.e|e(?=\. coli))\.(?=\s)/giu;

// The full stop in `kl. 14` or `bl.a.` does not end a sentence. A full stop does so only before a capital. A line end
// always does. The last alternative is for a forgotten space: `Koka vattnet.Det gäller alla`.
const sentenceEnd = /(?<![.!?])[.!?]+["')]*\s+(?=["'(]*\p{Lu})|\n+|(?<=\p{Ll}[.!?])(?=\p{Lu}(?:\p{Ll}|\s))/gu;

/** The text with spaces for its links and for the full stops of its abbreviations. All positions stay the same. */
export const blankLinks = (text: string): string =>
  text
    .split(/(\s+)/)
    .map((each) => {
      if (!each.includes('@') && !address.test(each)) return each;
      const end = endOfAddress.exec(each)?.[0] ?? '';
      return ' '.repeat(each.length - end.length) + end;
    })
    .join('')
    .replace(abbreviation, (each) => `${each.slice(0, -1)} `);

/** @param prose from {@link blankLinks}; a sentence may be blank */
export function sentencesIn(prose: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const end of prose.matchAll(sentenceEnd)) {
    const to = end.index + end[0].length;
    spans.push({ from, to });
    from = to;
  }
  spans.push({ from, to: prose.length });
  return spans;
}
