import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { selfSource } from '../../kernel/reserved-sources.js';
import type { PhoneNumber } from '../../kernel/phone-number.js';
import { isProtectedSql } from '../protected-phone.sql.js';
import { reachSql } from '../reach/reach.sql.js';
import {
  TooManyAddresses,
  UnknownAddress,
  type OwnAddress,
  type OwnPhoneFacts,
  type OwnRole,
} from './registration.js';

export interface FoundAddress {
  readonly id: string;
  /** Street and number. */
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
}

/** The registrations of a phone by its own holder: the rows of the source `self`. */
@Injectable()
export class RegistrationsRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async factsOf(e164: string, tx: EntityManager = this.db.manager): Promise<OwnPhoneFacts> {
    const [row] = await tx.query<
      { language: string; objected: boolean; quarantine: string | null; isProtected: boolean }[]
    >(
      `SELECT language, objected_at IS NOT NULL AS objected, quarantine_reason AS quarantine,
         ${isProtectedSql('phone.e164')} AS "isProtected"
       FROM phone WHERE e164 = $1`,
      [e164],
    );
    return row
      ? { ...row, quarantine: row.quarantine ?? undefined }
      : { objected: false, isProtected: false };
  }

  /**
   * The phone's addresses, each once. If the phone is protected anywhere, only those that its holder added: one
   * register may not know what another knows, and somebody else may have the phone now.
   */
  async of(e164: string): Promise<OwnAddress[]> {
    return this.db.query<OwnAddress[]>(
      `WITH here AS MATERIALIZED (
         SELECT DISTINCT at.address_id FROM phone_address at JOIN address a ON a.id = at.address_id
         WHERE at.phone = $1 AND a.valid_to IS NULL
       ),
       ${reachSql('here')},
       mine AS (
         SELECT * FROM phone_address
         WHERE phone = $1
           AND (source = $2 OR NOT ${isProtectedSql('$1')})
       )
       SELECT a.id AS "addressId", concat_ws(' ', a.street, nullif(a.number, '')) AS name,
         a.postal_code AS "postalCode", a.locality, a.valid_to IS NULL AS current,
         (array_agg(role ORDER BY mine.source <> $2,
            array_position(ARRAY['resident', 'owner', 'business', 'watcher'], role)))[1] AS role,
         bool_or(mine.source = $2) AS own, bool_or(mine.source <> $2) AS registered, min(since) AS since,
         coalesce((SELECT covered FROM fresh WHERE address_id = a.id AND phone = $1), false) AS "householdHasMobile"
       FROM mine JOIN address a ON a.id = mine.address_id
       WHERE a.valid_to IS NULL OR mine.source = $2
       GROUP BY a.id
       ORDER BY a.valid_to IS NULL DESC, min(since), name`,
      [e164, selfSource],
    );
  }

  /** A current address. */
  async address(id: string): Promise<FoundAddress | undefined> {
    const rows = await this.db.query<FoundAddress[]>(
      `SELECT id, concat_ws(' ', street, nullif(number, '')) AS name, postal_code AS "postalCode", locality
       FROM address WHERE id = $1 AND valid_to IS NULL`,
      [id],
    );
    return rows[0];
  }

  /**
   * Idempotent: the same address again gets the new role. The phone's row is locked first, so that concurrent additions
   * are counted one after the other.
   *
   * @param most how many addresses a number may have
   * @throws registration.unknown-address, registration.too-many
   */
  async add(
    { e164, kind }: PhoneNumber,
    { addressId, role, language }: { addressId: string; role: OwnRole; language: string },
    { now, most }: { now: Date; most: number },
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO phone (e164, kind, language, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (e164) DO UPDATE SET updated_at = excluded.updated_at`,
      [e164, kind, language, now],
    );
    const [counted] = await tx.query<{ others: number; exists: boolean }[]>(
      `SELECT count(*)::int AS others, EXISTS (SELECT FROM address WHERE id = $2 AND valid_to IS NULL) AS exists
       FROM phone_address WHERE phone = $1 AND source = $3 AND address_id <> $2`,
      [e164, addressId, selfSource],
    );
    if (!counted?.exists) throw UnknownAddress();
    if (counted.others >= most) throw TooManyAddresses({ most });
    await tx.query(
      `INSERT INTO phone_address (phone, address_id, role, source, since) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (phone, address_id, source) DO UPDATE SET role = excluded.role`,
      [e164, addressId, role, selfSource, now],
    );
  }

  /** @returns false if the holder has not registered the phone there */
  async changeRole(e164: string, addressId: string, role: OwnRole, tx: EntityManager): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE phone_address SET role = $3 WHERE phone = $1 AND address_id = $2 AND source = $4 RETURNING 1`,
      [e164, addressId, role, selfSource],
    );
    return rows.length > 0;
  }

  /** Removes only the holder's own rows. Idempotent. */
  async remove(e164: string, addressId: string, tx: EntityManager): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `DELETE FROM phone_address WHERE phone = $1 AND address_id = $2 AND source = $3 RETURNING 1`,
      [e164, addressId, selfSource],
    );
    return rows.length > 0;
  }

  /** @returns false if the phone is unknown; nothing is written then */
  async setLanguage(e164: string, language: string, now: Date, tx: EntityManager): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE phone SET language = $2, updated_at = $3 WHERE e164 = $1 RETURNING 1`,
      [e164, language, now],
    );
    return rows.length > 0;
  }

  /** @returns false if it was not quarantined */
  async liftQuarantine(e164: string, now: Date, tx: EntityManager): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE phone SET quarantine_reason = NULL, quarantined_at = NULL, updated_at = $2
       WHERE e164 = $1 AND quarantine_reason IS NOT NULL RETURNING 1`,
      [e164, now],
    );
    return rows.length > 0;
  }
}
