import { requirePlainName, tidyName } from '../../kernel/plain-name.js';
import { DomainError } from '../../kernel/refusal.js';

/** A name that can be shown, and what was wrong with the name in the file. */
export interface ImportedName {
  readonly name: string;
  readonly fault?: { readonly code: 'name-unseen' | 'name-look-alike'; readonly detail: string };
}

/** Nearly all names of a register match, and need no further check. */
const surelyPlain = /^[!-~À-ÖØ-öø-ÿ]+(?: [!-~À-ÖØ-öø-ÿ]+)*$/;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/gu;

/**
 * Reads a name from a file, by the rule for names that people type. Nobody can type it again, and its property must not
 * be missing. So invisible characters are taken out, and a line break becomes a space. Letters of another alphabet are
 * kept, and reported.
 */
export function readName(written: string): ImportedName {
  if (surelyPlain.test(written)) return { name: written };
  const spaced = tidyName(written.replace(/\p{White_Space}+/gu, ' '));
  const fault = faultOf(spaced);
  const broken = /[\r\n\u0085\u2028\u2029]/.exec(written.trim())?.[0];
  if (fault?.code !== 'name-unseen')
    return {
      name: spaced,
      ...(fault ? { fault } : broken && { fault: { code: 'name-unseen', detail: codePointOf(broken) } }),
    };
  return { name: tidyName(spaced.replace(unseen, '')), fault };
}

function faultOf(name: string): ImportedName['fault'] {
  try {
    requirePlainName(name);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { codePoint, word } = error.details as { codePoint: string; word?: string };
    return word === undefined
      ? { code: 'name-unseen', detail: codePoint }
      : { code: 'name-look-alike', detail: `${codePoint} in ${word}` };
  }
}

const codePointOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
