import { randomBytes } from 'node:crypto';

export type SidPrefix = 'SM' | 'CA';

/**
 * Converts sequence numbers to Twilio-like SIDs (two letters, 32 hex digits) and back, so that a million resources need
 * no index by SID. SIDs of another run are never recognised.
 */
export class SidMint {
  readonly #mask = randomBytes(4).readUInt32BE();
  readonly #tail = randomBytes(12).toString('hex');

  sid(prefix: SidPrefix, n: number): string {
    return prefix + ((n ^ this.#maskOf(prefix)) >>> 0).toString(16).padStart(8, '0') + this.#tail;
  }

  /** The sequence number of a SID; undefined for a SID of another run. */
  number(prefix: SidPrefix, sid: string): number | undefined {
    if (sid.length !== 34 || !sid.startsWith(prefix) || !sid.endsWith(this.#tail)) return undefined;
    const head = sid.slice(2, 10);
    return /^[0-9a-f]{8}$/.test(head) ? (Number.parseInt(head, 16) ^ this.#maskOf(prefix)) >>> 0 : undefined;
  }

  // The SIDs of the first call and the first message must not differ only in their two letters.
  #maskOf(prefix: SidPrefix): number {
    return prefix === 'SM' ? this.#mask : ~this.#mask;
  }
}
