import { randomBytes } from 'node:crypto';
import { openSealed, seal } from '../../platform/sealing/seal.js';

const prefix = 'whsec_';
const purpose = 'webhook-secret';

/** A new secret as receivers know it: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/** @param owner the endpoint's id */
export const sealSecret = (secret: string, owner: string, secretKey: string): Buffer =>
  seal(secret, { secret: secretKey, purpose, owner });

/** @returns undefined if SECRET_KEY is another one than when it was sealed */
export const openSecret = (sealed: Buffer, owner: string, secretKey: string): string | undefined =>
  openSealed(sealed, { secret: secretKey, purpose, owner });

/** The bytes that sign. */
export const keyOfSecret = (secret: string): Buffer => Buffer.from(secret.slice(prefix.length), 'base64');
