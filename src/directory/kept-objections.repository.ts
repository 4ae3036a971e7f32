import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { hashForObjection } from './objection-hash.js';

/** Every statement on the objections of those who were erased. */
@Injectable()
export class KeptObjections {
  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
  ) {}

  /** Keeps the wish when the one who had it goes; nothing where there was none. @returns how many are kept anew */
  async keep(e164: string, within: EntityManager): Promise<number> {
    const kept = await within.query<unknown[]>(
      `INSERT INTO kept_objection (phone_hash, objected_at)
       SELECT $2, objected_at FROM phone WHERE e164 = $1 AND objected_at IS NOT NULL
       ON CONFLICT DO NOTHING RETURNING 1`,
      [e164, this.hash(e164)],
    );
    return kept.length;
  }

  /** The phone is known again, and so is that it objects; where nothing was kept, nothing changes. */
  async recall(e164: string, within: EntityManager): Promise<void> {
    await within.query(
      `UPDATE phone p SET objected_at = k.objected_at FROM kept_objection k
       WHERE p.e164 = $1 AND k.phone_hash = $2 AND p.objected_at IS NULL`,
      [e164, this.hash(e164)],
    );
  }

  async forget(e164: string, within: EntityManager): Promise<void> {
    await within.query('DELETE FROM kept_objection WHERE phone_hash = $1', [this.hash(e164)]);
  }

  /** Whether a phone is one of those. Read once, since a register has a million and they are few. */
  async known(): Promise<(e164: string) => boolean> {
    const rows = await this.db.query<{ phone_hash: Buffer }[]>('SELECT phone_hash FROM kept_objection');
    const hashes = new Set(rows.map((row) => row.phone_hash.toString('hex')));
    return (e164) => hashes.size > 0 && hashes.has(this.hash(e164).toString('hex'));
  }

  private hash(e164: string): Buffer {
    return hashForObjection(e164, this.config.get('SECRET_KEY'));
  }
}
