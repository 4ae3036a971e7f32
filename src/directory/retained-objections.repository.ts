import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selfSource, staffSource } from '../kernel/reserved-sources.js';
import { Config } from '../platform/config/config.js';
import { hashForObjection } from './objection-hash.js';

/** What is kept of the people who were erased. */
export interface KeptOfErased {
  readonly isEmpty: boolean;
  objected(e164: string): boolean;
  /** Staff had marked the number as a protected identity. */
  isProtected(e164: string): boolean;
}

/** All statements on the objections of erased people, and on the protection that staff had given them. */
@Injectable()
export class RetainedObjections {
  constructor(private readonly config: Config) {}

  /**
   * Keeps the objection of a person who is being erased. Does nothing if there is none.
   *
   * @returns how many objections are newly kept
   */
  async keep(e164: string, tx: EntityManager): Promise<number> {
    // A register's own protection comes back with its next delivery; one by staff would not.
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

  /** Restores a kept objection and a kept protection of a phone that is known again. Does nothing if none was kept. */
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

  /**
   * Withdraws a protection by staff. Rows of a register follow with its next delivery. Rows that the holder entered
   * have only the kept protection, so it is removed here.
   */
  async forgetProtection(e164: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH forgotten AS (DELETE FROM kept_protection WHERE phone_hash = $2 RETURNING 1)
       UPDATE phone_address SET protected = false
       WHERE phone = $1 AND source = $3 AND protected AND EXISTS (SELECT FROM forgotten)`,
      [e164, this.hash(e164), selfSource],
    );
  }

  /** All kept objections and protections. Read once, since a register has a million rows and these are few. */
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
