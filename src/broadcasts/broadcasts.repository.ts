import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { refusal } from '../kernel/refusal.js';
import type { Broadcast, BroadcastState, BroadcastText, Follows } from './broadcast.js';
import { fromRow, type BroadcastRow } from './broadcast.row.js';
import { CalledOff } from './follow-up.js';

export const NoSuchBroadcast = refusal('broadcast.not-found', 'not-found', {
  sv: 'Utskicket finns inte.',
  en: 'There is no such broadcast.',
});
export const ChangedMeanwhile = refusal('broadcast.changed-meanwhile', 'conflict', {
  sv: 'Någon annan ändrade utskicket nyss. Läs det igen.',
  en: 'Somebody else just changed the broadcast. Read it again.',
});

const select = `
  SELECT b.*, (
    SELECT json_agg(json_build_object('language', t.language, 'sms', t.sms, 'voice', t.voice, 'segments', t.segments)
      ORDER BY t.position)
    FROM broadcast_text t WHERE t.broadcast_id = b.id
  ) AS texts
  FROM broadcast b`;

interface Listing {
  readonly limit: number;
  /** An id: only what is older. */
  readonly before?: string | undefined;
  readonly states?: readonly BroadcastState[] | undefined;
}

/** A broadcast that the engine has to bring to its end. */
export interface Unsettled extends Pick<Broadcast, 'id' | 'state'> {
  readonly expired: boolean;
  /** Some of it is in batches that no worker holds. */
  readonly hasWork: boolean;
}

/** A code to one phone is nobody's to read, list, pause or cancel. */
const forPeople = `b.kind <> 'verification'`;

/** Every statement on broadcasts and their texts. */
@Injectable()
export class BroadcastsRepository {
  constructor(private readonly db: DataSource) {}

  /** @throws broadcast.not-found */
  async get(id: string, within: EntityManager = this.db.manager): Promise<Broadcast> {
    const [row] = await within.query<BroadcastRow[]>(`${select} WHERE b.id = $1 AND ${forPeople}`, [id]);
    if (!row) throw NoSuchBroadcast();
    return fromRow(row);
  }

  /** As {@link get}, codes included: for the engine, which sends them too. */
  async getToSend(id: string): Promise<Broadcast> {
    const [row] = await this.db.query<BroadcastRow[]>(`${select} WHERE b.id = $1`, [id]);
    if (!row) throw NoSuchBroadcast();
    return fromRow(row);
  }

  /**
   * As {@link get}, but nobody else changes it before the transaction ends: for what must not fail because the engine
   * moved the broadcast on meanwhile.
   */
  async hold(id: string, within: EntityManager): Promise<Broadcast> {
    const [row] = await within.query<BroadcastRow[]>(
      `${select} WHERE b.id = $1 AND ${forPeople} FOR UPDATE OF b`,
      [id],
    );
    if (!row) throw NoSuchBroadcast();
    return fromRow(row);
  }

  /**
   * Nobody else changes the alert, nor anything that follows it, before the transaction ends. In the order of their ids,
   * so that two who do this wait for each other and never in a circle: it comes before any other lock.
   */
  async holdFamily(root: string, within: EntityManager): Promise<void> {
    await within.query('SELECT FROM broadcast WHERE id = $1 OR root_id = $1 ORDER BY id FOR UPDATE', [root]);
  }

  /** The alert and what extended it, of those that were approved and may still be sent; oldest first. */
  async underWay(root: string, within: EntityManager): Promise<Broadcast[]> {
    const rows = await within.query<BroadcastRow[]>(
      `${select} WHERE b.planned IS NOT NULL AND b.state IN ('approved', 'sending', 'paused')
         AND (b.id = $1 OR (b.root_id = $1 AND b.relation = 'extension')) ORDER BY b.id`,
      [root],
    );
    return rows.map(fromRow);
  }

  /** @throws broadcast.called-off for an extension of an alert whose all-clear was approved */
  async requireNotCalledOff(
    { relation, root }: Follows,
    within: EntityManager = this.db.manager,
  ): Promise<void> {
    if (relation !== 'extension') return;
    const cleared = await within.query<unknown[]>(
      `SELECT 1 FROM broadcast WHERE root_id = $1 AND relation = 'all-clear' AND planned IS NOT NULL LIMIT 1`,
      [root],
    );
    if (cleared.length > 0) throw CalledOff();
  }

  /** What was made from it, oldest first; of the first of them all, also what was made from those. */
  async followersOf(id: string): Promise<(Pick<Follows, 'id' | 'relation'> & Pick<Broadcast, 'state'>)[]> {
    // By the root, which has an index.
    return this.db.query(
      `SELECT id, relation, state FROM broadcast
       WHERE root_id = coalesce((SELECT root_id FROM broadcast WHERE id = $1), $1) AND $1 IN (root_id, follows_id)
       ORDER BY id`,
      [id],
    );
  }

  /** The all-clears of an alert that may still be sent or were, oldest first. */
  async allClearsOf(root: string): Promise<Pick<Broadcast, 'id' | 'state' | 'createdBy' | 'createdAt'>[]> {
    return this.db.query(
      `SELECT id, state, created_by AS "createdBy", created_at AS "createdAt" FROM broadcast
       WHERE root_id = $1 AND relation = 'all-clear' AND (planned IS NOT NULL OR state NOT IN ('rejected', 'cancelled'))
       ORDER BY id`,
      [root],
    );
  }

  /** Newest first: an id rises with time, so older ones are those with a smaller id. */
  async list({ limit, before, states }: Listing): Promise<Broadcast[]> {
    const rows = await this.db.query<BroadcastRow[]>(
      `${select} WHERE ${forPeople} AND ($2::uuid IS NULL OR b.id < $2) AND ($3::text[] IS NULL OR b.state = ANY($3))
       ORDER BY b.id DESC LIMIT $1`,
      [limit, before ?? null, states ?? null],
    );
    return rows.map(fromRow);
  }

  /** The broadcast with its texts, or nothing. */
  async insert(broadcast: Broadcast, within?: EntityManager): Promise<void> {
    if (!within) return this.db.transaction((db) => this.insert(broadcast, db));
    const b = broadcast;
    await within.query(
      `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, expires_at, department_id,
         created_by, created_at, authors, version, relation, follows_id, root_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        b.id,
        b.kind,
        b.state,
        b.lane,
        b.exercise,
        b.channels,
        JSON.stringify(b.audience),
        b.audienceName,
        b.expiresAt,
        b.departmentId ?? null,
        b.createdBy ?? null,
        b.createdAt,
        b.authors,
        b.version,
        b.follows?.relation ?? null,
        b.follows?.id ?? null,
        b.follows?.root ?? null,
      ],
    );
    await this.insertTexts(b.id, b.texts, within);
  }

  /**
   * Writes every changing column, if nobody wrote since `broadcast` was read: safe to repeat, since the version has
   * then moved on. The texts change with it or not at all.
   *
   * @throws broadcast.changed-meanwhile
   */
  async update(before: Broadcast, change: Partial<Broadcast>, within?: EntityManager): Promise<Broadcast> {
    if (!within) return this.db.transaction((db) => this.update(before, change, db));
    const b = { ...before, ...change };
    const [, changed] = await within.query<[unknown, number]>(
      `UPDATE broadcast SET state = $3, lane = $4, exercise = $5, channels = $6, audience = $7, audience_name = $8,
         expires_at = $9, authors = $10, submitted_by = $11, submitted_at = $12, submitted_count = $13, content_hash = $14,
         decided_by = $15, decided_at = $16, decision_note = $17, started_at = $18, completed_at = $19, planned = $20,
         kind = $21, area_versions = $22, version = version + 1
       WHERE id = $1 AND version = $2`,
      [
        b.id,
        before.version,
        b.state,
        b.lane,
        b.exercise,
        b.channels,
        JSON.stringify(b.audience),
        b.audienceName,
        b.expiresAt,
        b.authors,
        b.submittedBy ?? null,
        b.submittedAt ?? null,
        b.submittedCount ?? null,
        b.contentHash ?? null,
        b.decidedBy ?? null,
        b.decidedAt ?? null,
        b.decisionNote ?? null,
        b.startedAt ?? null,
        b.completedAt ?? null,
        b.planned ?? null,
        b.kind,
        b.areaVersions ? JSON.stringify(b.areaVersions) : null,
      ],
    );
    if (changed !== 1) throw ChangedMeanwhile();
    if (change.texts) {
      await within.query('DELETE FROM broadcast_text WHERE broadcast_id = $1', [b.id]);
      await this.insertTexts(b.id, b.texts, within);
    }
    return { ...b, version: before.version + 1 };
  }

  /** Moves on from one of the states, whoever read what: for the engine, which has no opinion of a person to lose. */
  async move(id: string, from: readonly BroadcastState[], to: BroadcastState): Promise<boolean> {
    const [, changed] = await this.db.query<[unknown, number]>(
      `UPDATE broadcast SET state = $3, version = version + 1,
         started_at = CASE WHEN $3 = 'sending' THEN COALESCE(started_at, now()) ELSE started_at END,
         completed_at = CASE WHEN $3 = 'completed' THEN now() ELSE completed_at END
       WHERE id = $1 AND state = ANY($2)`,
      [id, from, to],
    );
    return changed === 1;
  }

  /** Those under way with no work left or no time left, and those that are over and have got work all the same. */
  async unsettled(): Promise<Unsettled[]> {
    return this.db.query<Unsettled[]>(
      `SELECT id, state, expires_at <= now() AS expired,
         EXISTS (SELECT FROM delivery_batch d WHERE d.broadcast_id = b.id AND d.worker IS NULL) AS "hasWork"
       FROM broadcast b
       WHERE state IN ('approved', 'sending', 'paused')
         AND (expires_at <= now() OR NOT EXISTS (SELECT FROM delivery_batch d WHERE d.broadcast_id = b.id))
       UNION ALL
       SELECT id, state, expires_at <= now(), true FROM broadcast
       WHERE state IN ('cancelled', 'completed') AND id IN (SELECT broadcast_id FROM delivery_batch WHERE worker IS NULL)`,
    );
  }

  /** The text of a code is of no use once it was sent, and a risk. Touches verifications only. */
  async forgetCode(id: string): Promise<void> {
    await this.db.query(
      `WITH code AS (
         UPDATE broadcast SET audience = '{}' WHERE id = $1 AND kind = 'verification' RETURNING id)
       UPDATE broadcast_text t SET sms = '', voice = NULL FROM code WHERE t.broadcast_id = code.id`,
      [id],
    );
  }

  /** A code that is over leaves nothing, its text neither. Touches verifications only; safe to repeat. */
  async removeCode(id: string, within: EntityManager): Promise<void> {
    await within.query(`DELETE FROM broadcast WHERE id = $1 AND kind = 'verification'`, [id]);
  }

  private async insertTexts(
    id: string,
    texts: readonly BroadcastText[],
    within: EntityManager,
  ): Promise<void> {
    const rows = texts.map((text, position) => ({ ...text, voice: text.voice ?? null, position }));
    await within.query(
      `INSERT INTO broadcast_text (broadcast_id, position, language, sms, voice, segments)
       SELECT $1, position, language, sms, voice, segments
       FROM json_to_recordset($2::json) AS t (position int, language text, sms text, voice text, segments int)`,
      [id, JSON.stringify(rows)],
    );
  }
}
