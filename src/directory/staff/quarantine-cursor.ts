import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { isE164 } from '../../kernel/phone-number.js';

/** The last phone of a page: the next page starts after it. */
export interface QuarantineCursor {
  /** As the database writes it, to the microsecond; null if unknown. */
  readonly at: string | null;
  readonly e164: string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'budkavle.quarantine-cursor', 32));

/**
 * Encrypts a cursor. It is put in the URL of a page, which logs keep, and nobody must be able to read the phone in it.
 */
export function sealCursor({ at, e164 }: QuarantineCursor, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify([at, e164]), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns undefined unless {@link sealCursor} made it with the same secret */
export function openCursor(sealed: string, secret: string): QuarantineCursor | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    const [at, e164] = JSON.parse(text.toString('utf8')) as [string | null, string];
    return isE164(e164) ? { at, e164 } : undefined;
  } catch {
    return undefined;
  }
}
