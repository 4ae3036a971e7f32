import { openSealed, seal } from '../../platform/sealing/seal.js';

const purpose = 'social-token';

/** @param owner the account's id */
export const sealToken = (token: string, owner: string, secretKey: string): Buffer =>
  seal(token, { secret: secretKey, purpose, owner });

/** @returns undefined if SECRET_KEY is another one than when it was sealed */
export const openToken = (sealed: Buffer, owner: string, secretKey: string): string | undefined =>
  openSealed(sealed, { secret: secretKey, purpose, owner });
