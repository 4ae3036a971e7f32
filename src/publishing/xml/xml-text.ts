/** Options of xmlbuilder2: what takes the place of a character that XML does not have, as NUL or half a surrogate pair. */
export const writtenXml = { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' } as const;

/**
 * Any text, for an element or an attribute. xmlbuilder2 4 takes `&nbsp;` or `&amp;` in a text for markup and leaves it as
 * it is: the text would change, and a name that XML does not know would make the document unreadable.
 */
export const xmlText = (text: string): string => text.replaceAll('&', '&amp;');
