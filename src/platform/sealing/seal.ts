import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** With which key a text is sealed. */
export interface Sealing {
  /** SECRET_KEY. */
  readonly secret: string;
  /** What the text is for. A text sealed for one purpose can't be opened for another. */
  readonly purpose: string;
  /** What it belongs to, for example a row's id: a sealed text that was moved to another row can't be opened. */
  readonly owner?: string;
}

const keyOf = ({ secret, purpose }: Sealing): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `budkavle.${purpose}`, 32));

/** Encrypts a text, so that only this installation can read it, and nobody can change it. */
export function seal(text: string, sealing: Sealing): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(sealing), iv).setAAD(Buffer.from(sealing.owner ?? ''));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @returns undefined unless {@link seal} made it with the same key, purpose and owner */
export function openSealed(bytes: Buffer, sealing: Sealing): string | undefined {
  if (bytes.length <= ivBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(sealing), bytes.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(sealing.owner ?? ''));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}
