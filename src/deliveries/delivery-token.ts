import { randomBytes } from 'node:crypto';

/** Whose receipt a callback is: the delivery, and which attempt at it. */
export interface DeliveryToken {
  readonly broadcastId: string;
  readonly n: number;
  /** The attempt's random part, as kept in the ledger. */
  readonly token: string;
}

/** PostgreSQL's largest int. */
const maxNumber = 2 ** 31 - 1;

/** So many tokens of 96 random bits: nobody guesses one, and the signature covers it anyway. */
export function newTokens(count: number): string[] {
  const bytes = randomBytes(12 * count);
  return Array.from({ length: count }, (_, at) => bytes.toString('base64url', at * 12, at * 12 + 12));
}

/** As it travels in a callback's address: it holds the row's key, so that the ledger needs no index on tokens. */
export function writeToken({ broadcastId, n, token }: DeliveryToken): string {
  const key = Buffer.alloc(20);
  key.write(broadcastId.replaceAll('-', ''), 'hex');
  key.writeUInt32BE(n, 16);
  return `${key.toString('base64url')}.${token}`;
}

/** @returns undefined for anything that {@link writeToken} did not write */
export function readToken(text: string): DeliveryToken | undefined {
  const match = /^([\w-]{27})\.([\w-]{16})$/.exec(text);
  if (!match) return undefined;
  const key = Buffer.from(match[1]!, 'base64url');
  const hex = key.toString('hex', 0, 16);
  const broadcastId = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
  const n = key.readUInt32BE(16);
  return n > maxNumber ? undefined : { broadcastId, n, token: match[2]! };
}
