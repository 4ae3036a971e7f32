import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PhoneSourceEntity } from './phone-source.entity.js';
import type { KeptReport, SourceDelivery } from './phone-source.js';

/** A source of phones, and how old its data is. */
export interface KnownSource {
  readonly source: string;
  /** How many numbers it has, and how many pairs of number and address. */
  readonly phones: number;
  readonly pairs: number;
  /** How many of the pairs are at addresses that no longer exist: no alert reaches a phone through them. */
  readonly gone: number;
  /** When the oldest and the newest of the pairs were added. */
  readonly oldest: Date | null;
  readonly newest: Date | null;
  /** For a file: when it last confirmed its rows, by which command, and what that did. */
  readonly addressSource: string | null;
  readonly replacedAt: Date | null;
  readonly replacedBy: string | null;
  readonly report: KeptReport | null;
}

/** All statements on the sources themselves. */
@Injectable()
export class PhoneSourcesRepository {
  constructor(private readonly db: DataSource) {}

  /** Stores the last delivery, in place of the one before. */
  async keep(delivery: SourceDelivery, tx: EntityManager): Promise<void> {
    await tx.upsert(PhoneSourceEntity, delivery, ['source']);
  }

  /** All sources, ordered by name. A source whose every row was refused or is gone is included. */
  async list(): Promise<KnownSource[]> {
    return this.db.query<KnownSource[]>(
      `SELECT source, coalesce(phones, 0) AS phones, coalesce(pairs, 0) AS pairs, coalesce(gone, 0) AS gone, oldest, newest,
         s.address_source AS "addressSource", s.replaced_at AS "replacedAt", s.replaced_by AS "replacedBy", s.report
       FROM (
         SELECT source, count(DISTINCT phone)::int AS phones, count(*)::int AS pairs,
           count(*) FILTER (WHERE address_id IN (SELECT id FROM address WHERE valid_to IS NOT NULL))::int AS gone,
           min(since) AS oldest, max(since) AS newest
         FROM phone_address GROUP BY source) there
       FULL JOIN phone_source s USING (source)
       ORDER BY source COLLATE "C"`,
    );
  }
}
