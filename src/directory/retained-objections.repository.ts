import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selfSource, staffSource } from '../kernel/reserved-sources.js';
import { Config } from '../platform/config/config.js';
import { hashForObjection } from './objection-hash.js';

/** What is kept of those who were erased. */
export interface KeptOfErased {
  readonly isEmpty: boolean;
  objected(e164: string): boolean;
  /** Staff had given the number a protected identity. */
  isProtected(e164: string): boolean;
}

/** Every statement on the objections of those who were erased, and on the protection that staff had given them. */
@Injectable()
export class RetainedObjections {
  constructor(private readonly config: Config) {}

  /** Keeps the wish when the one who had it goes; nothing where there was none. @returns how many objections are kept anew */
  async keep(e164: string, tx: EntityManager): Promise<number> {
    // A register's own protection comes back with its next delivery; staff's would not.
    await tx.query(
      `INSERT INTO kept_protection (phone_hash)
       SELECT $2::bytea FROM phone_address WHERE phone = $1 AND protected AND source = $3 LIMIT 1
       ON CONFLICT DO NOTHING`,
      [e164, this.hash(e164), staffSource],
    );
    const kept = await tx.query<unknown[]>(
      `INSERT INTO kept_objection (phone_hash, objected_at)
       SELECT $2, objected_at FROM phone WHERE e164 = $1 AND objected_at IS NOT NULL
       ON CONFLICT DO NOTHING RETURNING 1`,
      [e164, this.hash(e164)],
    );
    return kept.length;
  }

  /** The phone is known again, and so is that it objects, or is protected; where nothing was kept, nothing changes. */
  async recall(e164: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE phone p SET objected_at = k.objected_at FROM kept_objection k
       WHERE p.e164 = $1 AND k.phone_hash = $2 AND p.objected_at IS NULL`,
      [e164, this.hash(e164)],
    );
    await tx.query(
      `UPDATE phone_address SET protected = true
       WHERE phone = $1 AND NOT protected AND EXISTS (SELECT FROM kept_protection WHERE phone_hash = $2)`,
      [e164, this.hash(e164)],
    );
  }

  async forget(e164: string, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM kept_objection WHERE phone_hash = $1', [this.hash(e164)]);
  }

  /** A register's rows follow with its next delivery; what the holder told has no other protection than the kept one. */
  async forgetProtection(e164: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH forgotten AS (DELETE FROM kept_protection WHERE phone_hash = $2 RETURNING 1)
       UPDATE phone_address SET protected = false
       WHERE phone = $1 AND source = $3 AND protected AND EXISTS (SELECT FROM forgotten)`,
      [e164, this.hash(e164), selfSource],
    );
  }

  /** Of whom it is. Read once, since a register has a million and they are few. */
  async known(tx: EntityManager): Promise<KeptOfErased> {
    const read = async (table: string): Promise<ReadonlySet<string>> => {
      const rows = await tx.query<{ phone_hash: Buffer }[]>(`SELECT phone_hash FROM ${table}`);
      return new Set(rows.map((row) => row.phone_hash.toString('hex')));
    };
    const objections = await read('kept_objection');
    const protections = await read('kept_protection');
    const isIn = (hashes: ReadonlySet<string>, e164: string): boolean =>
      hashes.size > 0 && hashes.has(this.hash(e164).toString('hex'));
    return {
      isEmpty: objections.size + protections.size === 0,
      objected: (e164) => isIn(objections, e164),
      isProtected: (e164) => isIn(protections, e164),
    };
  }

  private hash(e164: string): Buffer {
    return hashForObjection(e164, this.config.get('SECRET_KEY'));
  }
}
