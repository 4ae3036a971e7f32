// GSM 03.38 / 3GPP TS 23.038 §6.2.1, in table order. Note Ç but not ç, and à but not á.
const basicCharacters =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

const extendedCharacters = '\f^{}\\[~]|€';

const septets = new Map<string, 1 | 2>([
  ...Array.from(basicCharacters, (character) => [character, 1] as const),
  ...Array.from(extendedCharacters, (character) => [character, 2] as const),
]);

/**
 * The cost of one character (a whole code point) in the default alphabet of GSM 03.38.
 *
 * @returns 1 septet, or 2 where the extension table's escape is needed; undefined when the alphabet lacks the character
 */
export const septetsOf = (character: string): 1 | 2 | undefined => septets.get(character);
