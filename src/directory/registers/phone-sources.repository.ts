import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PhoneSourceEntity } from './phone-source.entity.js';
import type { KeptReport, SourceDelivery } from './phone-source.js';

/** Where phones come from, and how old what it says is. */
export interface KnownSource {
  readonly source: string;
  /** Numbers that are somewhere by this source, and the pairs of number and address. */
  readonly phones: number;
  readonly pairs: number;
  /** Of the pairs, those at addresses that no longer exist: no alert reaches a phone by them. */
  readonly gone: number;
  /** Of the pairs, by whom they are there: the oldest and the newest. */
  readonly oldest: Date | null;
  readonly newest: Date | null;
  /** Of a file: when it last confirmed what it says, by which command, and what came of it. */
  readonly addressSource: string | null;
  readonly replacedAt: Date | null;
  readonly replacedBy: string | null;
  readonly report: KeptReport | null;
}

/** Every statement on what is known of the sources themselves. */
@Injectable()
export class PhoneSourcesRepository {
  constructor(private readonly db: DataSource) {}

  /** The last delivery stands in place of the one before. */
  async keep(delivery: SourceDelivery, tx: EntityManager): Promise<void> {
    await tx.upsert(PhoneSourceEntity, delivery, ['source']);
  }

  /** All of them, also one whose every row was refused or is gone; in the order of their names. */
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
