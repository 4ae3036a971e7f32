import { isE164 } from '../../kernel/phone-number.js';
import { openSealed, seal } from '../../platform/sealing/seal.js';

/** The last phone of a page: the next page starts after it. */
export interface QuarantineCursor {
  /** As the database writes it, to the microsecond; null if unknown. */
  readonly at: string | null;
  readonly e164: string;
}

const purpose = 'quarantine-cursor';

/**
 * Encrypts a cursor. It is put in the URL of a page, which logs keep, and nobody must be able to read the phone in it.
 */
export const sealCursor = ({ at, e164 }: QuarantineCursor, secret: string): string =>
  seal(JSON.stringify([at, e164]), { secret, purpose }).toString('base64url');

/** @returns undefined unless {@link sealCursor} made it with the same secret */
export function openCursor(sealed: string, secret: string): QuarantineCursor | undefined {
  const text = openSealed(Buffer.from(sealed, 'base64url'), { secret, purpose });
  if (text === undefined) return undefined;
  const [at, e164] = JSON.parse(text) as [string | null, string];
  return isE164(e164) ? { at, e164 } : undefined;
}
