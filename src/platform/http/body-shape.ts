import { refusal } from '../../kernel/refusal.js';

export const TooManyFields = refusal('request.too-many-fields', 'invalid', {
  sv: 'Formuläret har fler än {most} fält.',
  en: 'The form has more than {most} fields.',
});
export const TooMuchInside = refusal('request.too-much-inside', 'too-large', {
  sv: 'Förfrågan innehåller för många värden.',
  en: 'The request holds too many values.',
});
export const NestedTooDeep = refusal('request.nested-too-deep', 'invalid', {
  sv: 'Förfrågan är nästlad i fler än {most} nivåer.',
  en: 'The request is nested more than {most} levels deep.',
});

/** Maximum nesting depth. Greater than that of all our requests, including a polygon. */
export const deepest = 32;
/** Maximum number of form fields. More than any of our forms or a provider's callback has. */
export const maxFields = 100;
/** Maximum number of names in all objects of a JSON body together. */
export const maxNames = 5_000;
/**
 * Maximum number of values in a JSON body. Enough for five times the vertices that a polygon may have, so that a
 * polygon slightly over its limit gets its own, more specific refusal.
 */
export const maxValues = 110_000;

const quote = 0x22;
const ampersand = 0x26;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
/** `[` and `{` differ only in this bit; so do `]` and `}`. */
const caseBit = 0x20;
const opening = 0x7b;
const closing = 0x7d;

/**
 * Checks the number of form fields in one pass over the bytes, before parsing.
 *
 * @throws request.too-many-fields
 */
export function requireFewFields(body: Uint8Array): void {
  let fields = 1;
  for (let at = body.indexOf(ampersand); at !== -1; at = body.indexOf(ampersand, at + 1))
    if (++fields > maxFields) throw TooManyFields({ most: maxFields });
}

/**
 * Checks the size and depth of JSON in one pass over the bytes, before parsing: parsing and walking a body with many
 * names takes seconds. The result may be wrong for invalid JSON, which the parser refuses.
 *
 * @throws request.too-much-inside, request.nested-too-deep
 */
export function requireModestJson(body: Uint8Array): void {
  let depth = 0;
  let names = 0;
  let values = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (byte === quote) at = endOfString(body, at);
    else if (byte === comma) values += 1;
    else if (byte === colon) names += 1;
    else if ((byte | caseBit) === opening) depth += 1;
    else if ((byte | caseBit) === closing) depth -= 1;
    else continue;
    if (depth > deepest) throw NestedTooDeep({ most: deepest });
    if (names > maxNames || values > maxValues) throw TooMuchInside();
  }
}

/** Index of the closing quote of the string that starts at `from`. */
function endOfString(body: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at;
}
