import { randomBytes } from 'node:crypto';

/** Identifies the delivery and the attempt that a callback belongs to. */
export interface DeliveryToken {
  readonly broadcastId: string;
  readonly n: number;
  /** The attempt's random part, as stored in the ledger. */
  readonly token: string;
}

/** PostgreSQL's largest int. */
const maxNumber = 2 ** 31 - 1;

/**
 * Makes `count` tokens of 96 random bits each. Nobody can guess one, and the callback's signature covers it as well.
 */
export function newTokens(count: number): string[] {
  const bytes = randomBytes(12 * count);
  return Array.from({ length: count }, (_, at) => bytes.toString('base64url', at * 12, at * 12 + 12));
}

/**
 * The token as it stands in a callback's address. It contains the row's key, so the ledger needs no index on tokens.
 */
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
