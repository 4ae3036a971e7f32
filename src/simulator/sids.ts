import { randomBytes } from 'node:crypto';

export type SidPrefix = 'SM' | 'CA';

/**
 * Makes Twilio-like identifiers (two letters, 32 hex digits) out of a running number and finds the number again, so
 * that a million resources need no index by sid. A sid of another run is never recognised.
 */
export class SidMint {
  readonly #mask = randomBytes(4).readUInt32BE();
  readonly #tail = randomBytes(12).toString('hex');

  sid(prefix: SidPrefix, n: number): string {
    return prefix + ((n ^ this.#maskOf(prefix)) >>> 0).toString(16).padStart(8, '0') + this.#tail;
  }

  /** The running number behind a sid, or undefined for a sid this run didn't make. */
  number(prefix: SidPrefix, sid: string): number | undefined {
    if (sid.length !== 34 || !sid.startsWith(prefix) || !sid.endsWith(this.#tail)) return undefined;
    const head = sid.slice(2, 10);
    return /^[0-9a-f]{8}$/.test(head) ? (Number.parseInt(head, 16) ^ this.#maskOf(prefix)) >>> 0 : undefined;
  }

  // The first call and the first message must not differ in their two letters only.
  #maskOf(prefix: SidPrefix): number {
    return prefix === 'SM' ? this.#mask : ~this.#mask;
  }
}
