import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { PhoneRow } from './phone-row.js';
import type { QuarantineCursor } from './staff/quarantine-cursor.js';
import { isProtectedSql } from './protected-phone.sql.js';

/** An address of a phone, as one source has it. */
export interface KnownAddress {
  readonly addressId: string;
  readonly address: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  readonly source: string;
  readonly role: PhoneRow['role'];
  readonly household: string | null;
  readonly since: Date;
  /** When the source was last delivered and still contained it. */
  readonly confirmedAt: Date | null;
  /** The address is no longer in any register. */
  readonly gone: boolean;
}

/** What the directory knows about a phone. */
export interface KnownPhone {
  readonly language: string;
  readonly objectedAt: Date | null;
  readonly quarantineReason: string | null;
  readonly quarantinedAt: Date | null;
  readonly addresses: readonly KnownAddress[];
}

export interface QuarantinedPhone {
  readonly e164: string;
  readonly kind: PhoneKind;
  readonly reason: string;
  readonly since: Date;
  /** When it was quarantined, to the microsecond; null if unknown. */
  readonly at: string | null;
}

/** What staff may see of phones. Data of a protected identity is hidden as if it did not exist. */
@Injectable()
export class KnownPhonesRepository {
  constructor(private readonly db: DataSource) {}

  /** @returns undefined for an unknown number, and also for one that is known only as protected */
  async find(e164: string): Promise<KnownPhone | undefined> {
    const [phone] = await this.db.query<Omit<KnownPhone, 'addresses'>[]>(
      `SELECT language, objected_at AS "objectedAt", quarantine_reason AS "quarantineReason",
         coalesce(quarantined_at, CASE WHEN quarantine_reason IS NOT NULL THEN updated_at END) AS "quarantinedAt"
       FROM phone WHERE e164 = $1`,
      [e164],
    );
    if (!phone) return undefined;
    const addresses = await this.db.query<KnownAddress[]>(
      `SELECT a.id AS "addressId", concat_ws(' ', a.street, nullif(a.number, '')) AS address,
         a.postal_code AS "postalCode", a.locality, pa.source, pa.role, pa.household, pa.since,
         s.replaced_at AS "confirmedAt", a.valid_to IS NOT NULL AS gone
       FROM phone_address pa JOIN address a ON a.id = pa.address_id LEFT JOIN phone_source s ON s.source = pa.source
       WHERE pa.phone = $1 AND NOT ${isProtectedSql('$1')}
       ORDER BY pa.since, a.street, a.number, pa.source`,
      [e164],
    );
    const isSeen = addresses.length > 0 || phone.objectedAt !== null || phone.quarantineReason !== null;
    return isSeen ? { ...phone, addresses } : undefined;
  }

  /** Phones that are not tried because they fail permanently, the newest first. The page starts after `after`. */
  async quarantined(
    reason: string | undefined,
    limit: number,
    after?: QuarantineCursor,
  ): Promise<QuarantinedPhone[]> {
    return this.db.query<QuarantinedPhone[]>(
      `SELECT e164, kind, quarantine_reason AS reason, coalesce(quarantined_at, updated_at) AS since,
         quarantined_at::text AS at
       FROM phone p
       WHERE quarantine_reason IS NOT NULL AND ($1::text IS NULL OR quarantine_reason = $1)
         AND ($4::text IS NULL OR CASE WHEN $3::timestamptz IS NULL THEN quarantined_at IS NULL AND e164 > $4
           ELSE quarantined_at IS NULL OR quarantined_at < $3 OR (quarantined_at = $3 AND e164 > $4) END)
         AND NOT ${isProtectedSql('p.e164')}
       ORDER BY quarantined_at DESC NULLS LAST, e164 LIMIT $2`,
      [reason ?? null, limit, after?.at ?? null, after?.e164 ?? null],
    );
  }

  /** How many quarantined phones each reason has. */
  async quarantineReasons(): Promise<{ readonly reason: string; readonly phones: number }[]> {
    return this.db.query(
      `SELECT quarantine_reason AS reason, count(*)::int AS phones FROM phone p
       WHERE quarantine_reason IS NOT NULL AND NOT ${isProtectedSql('p.e164')}
       GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
  }
}
