/** JSON without loss: duplicate keys are reported, and numbers keep their digits. */
export interface ExactJson {
  readonly value: unknown;
  /** Keys that occur twice in one object, with the key of that object. */
  readonly doubled: readonly DoubledKey[];
}

export interface DoubledKey {
  readonly key: string;
  /** Undefined for the outermost object. */
  readonly within: string | undefined;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
const exponent = /[:[,]\s*-?\d[\d.]*[eE][+-]?\d/;
/** `1.10`, which as a key differs from `1.1`. */
const zeroAtEnd = /[:[,]\s*-?\d+\.\d*[1-9]0+\s*[,\]}]/;
const coordinates = /"coordinates"\s*:\s*\[[-+\d\s.,eE[\]]*/g;

/**
 * `JSON.parse` without its silent losses. Of duplicate keys, `JSON.parse` keeps only the last; here they are reported.
 * It also rounds what a float can't hold, and forgets how a number was written. Here such a number in a feature's
 * properties or id becomes text with the digits of the file; `123.0` is 123.
 *
 * @throws SyntaxError
 */
export function parseExactly(text: string): ExactJson {
  const value: unknown = JSON.parse(text);
  const doubled = keysWritten(text) === keysParsed(value) ? [] : doubledKeys(text);
  if (!exponent.test(text) && !holdsInexact(value) && !endsInZero(text)) return { value, doubled };
  return { value: JSON.parse(withNumbersAsWritten(text)), doubled };
}

/** Counts strings that are followed by a colon. It searches only for quotation marks, so coordinates cost nothing. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    at = endOfString(text, at);
    let next = at + 1;
    while (/\s/.test(text[next] ?? '')) next += 1;
    if (text[next] === ':') keys += 1;
  }
  return keys;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function keysParsed(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysParsed(item), 0);
  let keys = 0;
  for (const [key, item] of Object.entries(value)) keys += key === 'coordinates' ? 1 : 1 + keysParsed(item);
  return keys;
}

const endsInZero = (text: string): boolean =>
  zeroAtEnd.test(text) && zeroAtEnd.test(text.replace(coordinates, ''));

function holdsInexact(feature: unknown): boolean {
  const { id, properties } = (feature ?? {}) as { id?: unknown; properties?: unknown };
  return isInexact(id) || isInexact(properties);
}

function isInexact(value: unknown): boolean {
  if (typeof value === 'number')
    return !(Number.isSafeInteger(value) || (Math.abs(value) < 2 ** 53 && hasFewDigits(value)));
  return typeof value === 'object' && value !== null && Object.values(value).some(isInexact);
}

/** At most as many digits as any float holds, and written without an exponent. */
const hasFewDigits = (value: number): boolean => /^-?[\d.]{1,16}$/.test(String(value));

/** Whether nothing is lost by reading it as a number. */
const isExact = (written: string): boolean =>
  String(Number(written)) === written ||
  (/^-?\d+\.0+$/.test(written) && Number.isSafeInteger(Number(written)));

/** An object or a list that is open at the current position of the walk. */
interface Open {
  readonly within: string | undefined;
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key of its current value. */
  key: string | undefined;
}

/**
 * Walks through the text and reports each key and each scalar value, with the objects and lists that are open around
 * it.
 */
function walk(
  text: string,
  told: (said: { token: string; at: number; open: readonly Open[]; isKey: boolean }) => void,
): void {
  const open: Open[] = [];
  for (const { 0: found, index: at } of text.matchAll(token)) {
    const current = open.at(-1);
    if (found === '{' || found === '[') {
      const within = current?.keys ? current.key : current?.within;
      open.push({ within, keys: found === '{' ? new Set() : undefined, key: undefined });
    } else if (found === '}' || found === ']') open.pop();
    else if (found === ',') {
      if (current) current.key = undefined;
    } else if (found !== ':') {
      const isKey = current?.keys !== undefined && current.key === undefined;
      told({ token: found, at, open, isKey });
      if (isKey) current.key = JSON.parse(found) as string;
    }
  }
}

function doubledKeys(text: string): DoubledKey[] {
  const doubled: DoubledKey[] = [];
  walk(text, ({ token: written, open, isKey }) => {
    if (!isKey) return;
    const { keys, within } = open.at(-1)!;
    const key = JSON.parse(written) as string;
    if (keys!.has(key)) doubled.push({ key, within });
    keys!.add(key);
  });
  return doubled;
}

function withNumbersAsWritten(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  // Coordinates are most of the text, and stay numbers.
  const said = text.replace(coordinates, (all) => '"coordinates":'.padEnd(all.length));
  walk(said, ({ token: written, at, open, isKey }) => {
    if (isKey || !/^-?\d/.test(written) || !['id', 'properties'].includes(open[0]?.key ?? '')) return;
    if (isExact(written)) return;
    pieces.push(text.slice(done, at), JSON.stringify(written));
    done = at + written.length;
  });
  return pieces.join('') + text.slice(done);
}

/**
 * The key of the first number in properties or in an id that a reader with 64-bit integers and floats would change:
 * `1.10`, `12345678901234567890`.
 */
export function keyOfInexact(text: string): string | undefined {
  let key: string | undefined;
  walk(text, ({ token: written, open, isKey }) => {
    if (key !== undefined || isKey || !/^-?\d/.test(written) || isExact(written) || isInt64(written)) return;
    const under = open.flatMap((one) => one.key ?? []);
    if (under.includes('properties') || under.at(-1) === 'id') key = under.at(-1);
  });
  return key;
}

const isInt64 = (written: string): boolean =>
  /^-?\d{1,19}$/.test(written) && BigInt.asIntN(64, BigInt(written)) === BigInt(written);
