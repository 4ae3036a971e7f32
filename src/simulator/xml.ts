export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the XML subset that TwiML uses: elements, attributes, text, CDATA, comments and the five entities. DTDs are
 * ignored, so nothing can be expanded or fetched.
 *
 * @returns undefined if the text isn't one well-formed element
 */
export function readXml(text: string): XmlElement | undefined {
  interface Open extends XmlElement {
    readonly children: (XmlElement | string)[];
  }
  const root: Open = { name: '', attributes: {}, children: [] };
  const path: Open[] = [root];
  let end = 0;
  for (const match of text.matchAll(token)) {
    end = match.index + match[0].length;
    const [, cdata, closing, name, attributes, empty, characters] = match;
    const parent = path.at(-1)!;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (characters !== undefined) parent.children.push(unescape(characters));
    else if (name === undefined) continue;
    else if (closing) {
      if (path.length === 1 || parent.name !== name) return undefined;
      path.pop();
    } else {
      const pairs = [...(attributes ?? '').matchAll(attribute)].map(
        ([, key, double, single]) => [key!, unescape(double ?? single ?? '')] as const,
      );
      const element: Open = { name, attributes: Object.fromEntries(pairs), children: [] };
      parent.children.push(element);
      if (!empty) path.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  const stray = root.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return end === text.length && path.length === 1 && elements.length === 1 && !stray
    ? elements[0]
    : undefined;
}

/** All text inside an element, unchanged. A nested element, for example a pause, separates words. */
export function textOf(element: XmlElement): string {
  const collect = (node: XmlElement | string): string =>
    typeof node === 'string' ? node : ` ${node.children.map(collect).join('')} `;
  return element.children.map(collect).join('').trim();
}

/** The same with runs of white space replaced by one space, as a voice reads it. */
export const spokenTextOf = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ');
