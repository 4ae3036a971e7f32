import { create } from 'xmlbuilder2';

/**
 * xmlbuilder2 4 takes `&lt;` or `&#0;` in a text for markup: it decodes what it reads once, and leaves what looks like
 * markup alone when it writes. Without this a text would change, or the document could not be read.
 */
const sanitize = (text: string): string => text.replaceAll('&', '&#38;amp;');

/**
 * An object as an XML document: a key is an element or, with `@`, an attribute; a list repeats its element; what is
 * undefined is left out. The same object is the same text, byte for byte.
 *
 * @param root its texts have only characters that XML can carry
 */
export const writeXml = (root: object): string =>
  create({ version: '1.0', encoding: 'UTF-8', parser: { sanitize } }, root).end({ prettyPrint: true });
