import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { selfSource, staffSource } from '../kernel/reserved-sources.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { PhoneRow } from './phone-row.js';
import { forgetUnplaced, isUnplacedSql } from './unplaced-phone.js';

/** A phone at an address, as staff enter it. */
export interface StaffPhone {
  readonly e164: string;
  readonly kind: PhoneKind;
  readonly addressId: string;
  readonly role: PhoneRow['role'];
  readonly household?: string | undefined;
  readonly language?: string | undefined;
  readonly protected: boolean;
  /** Objected before it was erased; this counts only if the phone is not known again. */
  readonly objected: boolean;
}

/** Changes to single phones, by staff and by scheduled jobs. */
@Injectable()
export class StaffPhonesRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async hasAddress(id: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>('SELECT 1 FROM address WHERE id = $1 AND valid_to IS NULL', [
      id,
    ]);
    return rows.length === 1;
  }

  /**
   * Idempotent: the same phone at the same address again updates the data, but not `since`. A protection stays until
   * the phone is removed, because the person who enters it again can't see that it exists.
   */
  async assign(phone: StaffPhone, tx: EntityManager): Promise<void> {
    const { e164, kind, addressId, role, household, language, objected } = phone;
    await tx.query(
      `INSERT INTO phone AS known (e164, kind, language, objected_at, updated_at)
       VALUES ($1, $2, coalesce($3, 'sv'), CASE WHEN $4 THEN now() END, now())
       ON CONFLICT (e164) DO UPDATE SET language = coalesce($3, known.language), updated_at = now()`,
      [e164, kind, language ?? null, objected],
    );
    await tx.query(
      `INSERT INTO phone_address (phone, address_id, role, source, household, protected, since)
       VALUES ($1, $2, $3, '${staffSource}', $4, $5, now())
       ON CONFLICT (phone, address_id, source) DO UPDATE SET role = excluded.role,
         household = excluded.household, protected = phone_address.protected OR excluded.protected`,
      [e164, addressId, role, household ?? null, phone.protected],
    );
  }

  /**
   * Removes only what staff have entered.
   *
   * @returns whether it was there
   */
  async remove(e164: string, addressId: string, tx: EntityManager): Promise<boolean> {
    const [, removed] = await tx.query<[unknown[], number]>(
      `DELETE FROM phone_address WHERE phone = $1 AND address_id = $2 AND source = '${staffSource}'`,
      [e164, addressId],
    );
    await forgetUnplaced(e164, tx);
    return removed > 0;
  }

  /** @returns why it was quarantined; undefined if it was not */
  async release(e164: string, tx: EntityManager): Promise<string | undefined> {
    const [released] = await tx.query<{ reason: string }[]>(
      `WITH held AS (SELECT e164, quarantine_reason AS reason FROM phone
         WHERE e164 = $1 AND quarantine_reason IS NOT NULL FOR UPDATE),
       freed AS (
         UPDATE phone p SET quarantine_reason = NULL, quarantined_at = NULL, updated_at = now()
         FROM held WHERE p.e164 = held.e164)
       SELECT reason FROM held`,
      [e164],
    );
    if (released) await forgetUnplaced(e164, tx);
    return released?.reason;
  }

  /**
   * Releases phones that were quarantined so many days ago: the number may now belong to somebody else.
   *
   * @returns how many
   */
  async releaseOld(days: number): Promise<number> {
    const [, released] = await this.db.query<[unknown[], number]>(
      `UPDATE phone SET quarantine_reason = NULL, quarantined_at = NULL, updated_at = now()
       WHERE e164 IN (
         SELECT e164 FROM phone
         WHERE quarantine_reason IS NOT NULL AND coalesce(quarantined_at, updated_at) < now() - make_interval(days => $1)
         FOR UPDATE SKIP LOCKED)`,
      [days],
    );
    return released;
  }

  /**
   * Deletes phones that are no longer at any address, and of which nothing must be remembered.
   *
   * @returns how many
   */
  async forgetAllUnplaced(): Promise<number> {
    const [, forgotten] = await this.db.query<[unknown[], number]>(
      `DELETE FROM phone WHERE e164 IN (
         SELECT e164 FROM phone p
         WHERE ${isUnplacedSql}
         FOR UPDATE SKIP LOCKED)`,
    );
    return forgotten;
  }

  /**
   * Moves what residents and staff have entered from an address that has ended to the current one with the same name.
   * It does nothing if there are several such addresses, or none nearby.
   *
   * Idempotent. It skips rows that another process is moving or a holder is removing. It also skips a phone that is
   * being erased: the erasure would wait for this while this waits for the erasure.
   *
   * @returns how many pairs of phone and address
   */
  async followAddresses(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ moved: number }[]>(
      `WITH lost AS MATERIALIZED (
         SELECT pa.*, a.street, a.number, a.postal_code, a.locality, a.point
         FROM phone_address pa JOIN address a ON a.id = pa.address_id JOIN phone p ON p.e164 = pa.phone
         WHERE pa.source IN ('${selfSource}', '${staffSource}') AND a.valid_to IS NOT NULL
         FOR KEY SHARE OF p SKIP LOCKED FOR UPDATE OF pa SKIP LOCKED
       ), found AS MATERIALIZED (
         SELECT l.*, (same.ids)[1] AS now_id FROM lost l CROSS JOIN LATERAL (
           SELECT array_agg(b.id) AS ids FROM address b
           -- In metres. Two villages may each have a Storgatan 1, and both may lack a postal code.
           WHERE b.valid_to IS NULL AND ST_DWithin(b.point, l.point, 500)
             AND b.street = l.street AND b.number = l.number
             AND (b.postal_code, b.locality) IS NOT DISTINCT FROM (l.postal_code, l.locality)
           OFFSET 0) same
         WHERE cardinality(same.ids) = 1
       ), placed AS (
         INSERT INTO phone_address (phone, address_id, role, source, household, protected, since)
         SELECT DISTINCT ON (phone, now_id, source) phone, now_id, role, source, household,
           bool_or(protected) OVER (PARTITION BY phone, now_id, source), since
         FROM found ORDER BY phone, now_id, source, since DESC
         ON CONFLICT (phone, address_id, source) DO UPDATE
           SET protected = phone_address.protected OR excluded.protected
       ), left_behind AS (
         DELETE FROM phone_address pa USING found f
         WHERE pa.phone = f.phone AND pa.address_id = f.address_id AND pa.source = f.source RETURNING 1
       )
       SELECT count(*)::int AS moved FROM left_behind`,
    );
    return row!.moved;
  }

  /**
   * Locks a phone and its addresses until the transaction ends. An import locks the addresses of its phones before the
   * phones, and then waits for the refresh of reach. An erasure in between would wait for the first while it blocks the
   * others: a deadlock. So it waits until the import has ended.
   */
  async holdForErasure(e164: string, tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.directory-import'))`);
    await tx.query('SELECT FROM phone WHERE e164 = $1 FOR UPDATE', [e164]);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.reach'))`);
  }

  /**
   * Deletes the phone, its addresses and its reach. Other capabilities erase their own rows. Run it after
   * {@link holdForErasure}.
   *
   * @returns how many pairs and phones were deleted
   */
  async erase(e164: string, tx: EntityManager): Promise<{ readonly pairs: number; readonly phones: number }> {
    // The refresh of reach would delete these rows soon. But an erasure must be complete when it is reported.
    await tx.query(
      `DELETE FROM reach r USING phone_address pa
       WHERE pa.phone = $1 AND r.address_id = pa.address_id AND r.phone = pa.phone`,
      [e164],
    );
    const [, pairs] = await tx.query<[unknown[], number]>('DELETE FROM phone_address WHERE phone = $1', [
      e164,
    ]);
    const [, phones] = await tx.query<[unknown[], number]>('DELETE FROM phone WHERE e164 = $1', [e164]);
    return { pairs, phones };
  }
}
