/** What XML 1.0 can't carry, not even escaped: most controls, lone surrogates, and two noncharacters. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text as XML can carry it. Everything else stays as it was approved, also marks of direction. */
export const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unwritable, '').trim();

/** The most characters of a headline: CAP asks for less than 140 (profile rule HEADLINE_TOO_LONG). */
const longestHeadline = 139;

/** On one line, cut if it is too long. Never cuts a character in two. */
export function asHeadline(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= longestHeadline) return line;
  return `${line.slice(0, longestHeadline - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
