import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { refusal } from '../kernel/refusal.js';
import { BroadcastEntity, BroadcastTextEntity, columnsOf, toBroadcast } from './broadcast.entity.js';
import { BroadcastEvents, type Doing } from './broadcast-events.repository.js';
import type { Broadcast, BroadcastState, BroadcastText, Follows, Happening } from './broadcast.js';
import { onePhoneKindsSql } from '../kernel/broadcast-kinds.js';
import { calledOffSql } from './incidents/called-off.sql.js';
import { AlertCorrected, AllClearApproved } from './follow-up/follow-up.js';

export const NoSuchBroadcast = refusal('broadcast.not-found', 'not-found', {
  sv: 'Utskicket finns inte.',
  en: 'There is no such broadcast.',
});
export const ChangedMeanwhile = refusal('broadcast.changed-meanwhile', 'conflict', {
  sv: 'Någon annan ändrade utskicket nyss. Läs det igen.',
  en: 'Somebody else just changed the broadcast. Read it again.',
});

interface Listing {
  readonly limit: number;
  /** An id: only older broadcasts. */
  readonly before?: string | undefined;
  readonly states?: readonly BroadcastState[] | undefined;
}

/** A broadcast that the worker has to bring to its end. */
export interface Unsettled extends Pick<Broadcast, 'id' | 'state'> {
  readonly expired: boolean;
  /** Some of it is in batches that no worker holds. */
  readonly hasWork: boolean;
}

/** Excludes codes and notices: nobody may read, list, pause or cancel them. */
const forPeopleSql = `b.kind NOT IN ${onePhoneKindsSql}`;

/** All statements on broadcasts and their texts. */
@Injectable()
export class BroadcastsRepository {
  constructor(
    private readonly db: DataSource,
    private readonly events: BroadcastEvents,
  ) {}

  /** @throws broadcast.not-found */
  async get(id: string, tx?: EntityManager): Promise<Broadcast> {
    return one(this.select(tx).where(`b.id = :id AND ${forPeopleSql}`, { id }));
  }

  /** Like {@link get}, but including codes and notices: for the worker, which sends them too. */
  async getToSend(id: string): Promise<Broadcast> {
    return one(this.select().where('b.id = :id', { id }));
  }

  /**
   * Like {@link get}, but locks the broadcast until the transaction ends: for changes that must not fail because the
   * worker changed the broadcast meanwhile.
   */
  async getForUpdate(id: string, tx: EntityManager): Promise<Broadcast> {
    return one(
      this.select(tx)
        .where(`b.id = :id AND ${forPeopleSql}`, { id })
        .setLock('pessimistic_write', undefined, ['b']),
    );
  }

  /**
   * Locks the alert and everything that follows it until the transaction ends. In the order of their ids and before any
   * other lock, so that two transactions that do this can't deadlock.
   */
  async holdIncident(root: string, tx: EntityManager): Promise<void> {
    await tx.query('SELECT FROM broadcast WHERE id = $1 OR root_id = $1 ORDER BY id FOR UPDATE', [root]);
  }

  /** The broadcasts of an incident that were approved and may still be sent, scheduled ones too; oldest first. */
  async notOver(root: string, tx: EntityManager): Promise<Broadcast[]> {
    const found = await this.select(tx)
      .where(`b.planned IS NOT NULL AND b.state IN ('scheduled', 'approved', 'sending', 'paused')`)
      .andWhere('(b.id = :root OR b.root_id = :root)', { root })
      .orderBy('b.id')
      .getMany();
    return found.map(toBroadcast);
  }

  /** The updates of an alert that were not begun or ended, oldest first. */
  async waitingUpdates(root: string, tx?: EntityManager): Promise<Broadcast[]> {
    const found = await this.select(tx)
      .where(`b.root_id = :root AND b.relation = 'update'`, { root })
      .andWhere(`b.state IN ('draft', 'returned', 'pending-approval', 'scheduled')`)
      .orderBy('b.id')
      .getMany();
    return found.map(toBroadcast);
  }

  /**
   * @throws broadcast.called-off for an extension of an alert that was called off; broadcast.corrected for an
   *   extension with a text that was corrected later
   */
  async requireExtendable(
    { relation, id, root }: Follows,
    tx: EntityManager = this.db.manager,
  ): Promise<void> {
    if (relation !== 'extension') return;
    const [own] = await tx.query<{ text: string }[]>(
      `SELECT audience->>'saying' AS text FROM broadcast WHERE id = $1 AND audience ? 'saying'`,
      [id],
    );
    for (const text of [root, ...(own ? [own.text] : [])])
      if (await this.correctionOf(text, id, tx)) throw AlertCorrected();
    if (await this.isCalledOff(root, tx)) throw AllClearApproved();
  }

  /** Whether an incident is over by what was said: see `incidents/called-off.ts`. */
  async isCalledOff(root: string, tx: EntityManager = this.db.manager): Promise<boolean> {
    const [row] = await tx.query<[{ over: boolean }]>(`SELECT ${calledOffSql('$1::uuid')} AS over`, [root]);
    return row.over;
  }

  /** Whether an approval after `since` said that the danger goes on after all. */
  async isReopened(root: string, since: Date, tx: EntityManager): Promise<boolean> {
    const news = await tx.query<unknown[]>(
      `SELECT 1 FROM broadcast WHERE root_id = $1 AND goes_on AND planned IS NOT NULL AND decided_at > $2 LIMIT 1`,
      [root, since],
    );
    return news.length > 0;
  }

  /**
   * Whether the danger was called off or goes on after all, or this text was corrected, by an approval after `since`.
   *
   * @param text the broadcast that said it first
   */
  async isOvertaken(root: string, text: string, since: Date, tx: EntityManager): Promise<boolean> {
    const news = await tx.query<unknown[]>(
      `SELECT 1 FROM broadcast WHERE root_id = $1 AND planned IS NOT NULL AND decided_at > $3
         AND ((relation = 'all-clear' AND id <> $2) OR goes_on OR (relation = 'correction' AND audience->>'recipientsOf' = $2::text)) LIMIT 1`,
      [root, text, since],
    );
    return news.length > 0;
  }

  /**
   * The last approved correction of a text; undefined if this broadcast was approved after it.
   *
   * @param text the broadcast that said it first
   * @param than a broadcast that says it, or a correction of it
   */
  async correctionOf(
    text: string,
    than: string,
    tx: EntityManager = this.db.manager,
  ): Promise<string | undefined> {
    const [found] = await tx.query<{ id: string }[]>(
      `SELECT k.id FROM broadcast k, broadcast t, broadcast said
       WHERE t.id = $1 AND said.id = $2 AND k.root_id = coalesce(t.root_id, t.id) AND k.relation = 'correction'
         AND k.audience->>'recipientsOf' = $1::text AND k.planned IS NOT NULL AND k.id <> said.id
         AND (said.decided_at IS NULL OR k.decided_at > said.decided_at)
       ORDER BY k.decided_at DESC, k.id DESC LIMIT 1`,
      [text, than],
    );
    return found?.id;
  }

  /** The broadcasts made from it, oldest first. For the first of a family, also those made from them. */
  async followersOf(id: string): Promise<(Pick<Follows, 'id' | 'relation'> & Pick<Broadcast, 'state'>)[]> {
    // Searches by the root, which has an index.
    return this.db.query(
      `SELECT id, relation, state FROM broadcast
       WHERE root_id = coalesce((SELECT root_id FROM broadcast WHERE id = $1), $1) AND $1 IN (root_id, follows_id)
       ORDER BY id`,
      [id],
    );
  }

  /** The all-clears of an alert that were sent or may still be sent, oldest first. */
  async allClearsOf(root: string): Promise<Pick<Broadcast, 'id' | 'state' | 'createdBy' | 'createdAt'>[]> {
    return this.db.query(
      `SELECT id, state, created_by AS "createdBy", created_at AS "createdAt" FROM broadcast
       WHERE root_id = $1 AND relation = 'all-clear' AND (planned IS NOT NULL OR state NOT IN ('rejected', 'cancelled'))
       ORDER BY id`,
      [root],
    );
  }

  /** Newest first: ids increase with time, so older broadcasts have smaller ids. */
  async list({ limit, before, states }: Listing): Promise<Broadcast[]> {
    const found = this.select().where(forPeopleSql).orderBy('b.id', 'DESC').take(limit);
    if (before) found.andWhere('b.id < :before', { before });
    if (states) found.andWhere('b.state = ANY(:states)', { states });
    return (await found.getMany()).map(toBroadcast);
  }

  /** Inserts the broadcast with its texts and its first event. */
  async insert(broadcast: Broadcast, tx: EntityManager): Promise<void> {
    await tx.insert(BroadcastEntity, columnsOf(broadcast));
    await this.insertTexts(broadcast.id, broadcast.texts, tx);
    await this.events.note(broadcast, { act: 'create', by: broadcast.createdBy }, tx);
  }

  /**
   * Writes every changing column, if nobody has written since `broadcast` was read. Safe to repeat, because the version
   * has then increased. The texts and the event change in the same transaction or not at all.
   *
   * @throws broadcast.changed-meanwhile
   */
  async update(
    before: Broadcast,
    change: Partial<Broadcast>,
    doing: Doing,
    tx: EntityManager,
  ): Promise<Broadcast> {
    const b = { ...before, ...change };
    // The version increments by itself.
    const { id, version, ...columns } = columnsOf(b);
    const { affected } = await tx.update(BroadcastEntity, { id, version }, clearing(columns));
    if (affected !== 1) throw ChangedMeanwhile();
    if (change.texts) {
      await tx.delete(BroadcastTextEntity, { broadcastId: b.id });
      await this.insertTexts(b.id, b.texts, tx);
    }
    const after = { ...b, version: before.version + 1 };
    await this.events.note(after, doing, tx);
    return after;
  }

  /** Stores how many the approval enrolled. It is part of that change, in its transaction, so the version stays. */
  async setPlanned(approved: Broadcast, planned: number, tx: EntityManager): Promise<Broadcast> {
    await tx.query('UPDATE broadcast SET planned = $2 WHERE id = $1', [approved.id, planned]);
    return { ...approved, planned };
  }

  /**
   * Records that sending has begun. Unversioned, like {@link complete}: no person's edit can be lost.
   *
   * @returns false if it may not be sent now
   */
  async start(id: string): Promise<boolean> {
    const [row] = await this.db.query<[{ may: boolean }]>(
      `WITH moved AS (
         UPDATE broadcast SET state = 'sending', started_at = COALESCE(started_at, now()), version = version + 1
         WHERE id = $1 AND (state = 'approved' OR (state = 'sending' AND started_at IS NULL))
         RETURNING id, kind, version, state),
       ${noteEngine('start')}
       SELECT EXISTS (SELECT FROM moved) OR EXISTS (SELECT FROM broadcast WHERE id = $1 AND state = 'sending') AS may`,
      [id],
    );
    return row.may;
  }

  /** @returns false if it was over before */
  async complete(id: string): Promise<boolean> {
    const moved = await this.db.query<unknown[]>(
      `WITH moved AS (
         UPDATE broadcast SET state = 'completed', completed_at = now(), version = version + 1
         WHERE id = $1 AND state IN ('approved', 'sending', 'paused') RETURNING id, kind, version, state),
       ${noteEngine('completion')}
       SELECT id FROM moved`,
      [id],
    );
    return moved.length === 1;
  }

  /** Broadcasts under way with no work left or no time left, and broadcasts that are over but have work. */
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

  /** Deletes the text of a code or a notice: after sending it is useless, and a risk. Touches these kinds only. */
  async forgetCode(id: string): Promise<void> {
    await this.db.query(
      `WITH code AS (
         UPDATE broadcast SET audience = '{}' WHERE id = $1 AND kind IN ${onePhoneKindsSql} RETURNING id)
       UPDATE broadcast_text t SET sms = '', voice = NULL FROM code WHERE t.broadcast_id = code.id`,
      [id],
    );
  }

  /** Deletes a code or a notice that is over, with its text. Touches these kinds only; safe to repeat. */
  async removeCode(id: string, tx: EntityManager): Promise<void> {
    await tx.query(`DELETE FROM broadcast WHERE id = $1 AND kind IN ${onePhoneKindsSql}`, [id]);
  }

  private async insertTexts(id: string, texts: readonly BroadcastText[], tx: EntityManager): Promise<void> {
    await tx.insert(
      BroadcastTextEntity,
      texts.map((text, position) => ({ ...text, broadcastId: id, position })),
    );
  }

  private select(tx: EntityManager = this.db.manager): SelectQueryBuilder<BroadcastEntity> {
    return tx.createQueryBuilder(BroadcastEntity, 'b').leftJoinAndSelect('b.texts', 't');
  }
}

/** The event of a change by the worker. Codes and notices have no history. */
const noteEngine = (act: Happening): string => `noted AS (
         INSERT INTO broadcast_event (broadcast_id, version, act, state)
         SELECT id, version, '${act}', state FROM moved WHERE kind NOT IN ${onePhoneKindsSql})`;

/** @throws broadcast.not-found */
async function one(query: SelectQueryBuilder<BroadcastEntity>): Promise<Broadcast> {
  const found = await query.getOne();
  if (!found) throw NoSuchBroadcast();
  return toBroadcast(found);
}

/** TypeORM skips a column that is `undefined`, and empties one that is `null`. */
const clearing = <T extends object>(columns: T): T =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null])) as T;
