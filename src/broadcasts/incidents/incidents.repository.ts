import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';
import { BroadcastEntity, toBroadcast } from '../broadcast.entity.js';
import type { Broadcast, BroadcastState, Lane } from '../broadcast.js';
import { IncidentEntity } from './incident.entity.js';

/** What an incident in the list has. A broadcast of it has all of this together; the text may also be in its title. */
export interface IncidentFilter {
  /** Part of a text, of the name of an audience or of the title; case does not matter. */
  readonly text?: string | undefined;
  readonly states?: readonly BroadcastState[] | undefined;
  readonly lanes?: readonly Lane[] | undefined;
  readonly department?: string | undefined;
  /** Written at this time or later. */
  readonly from?: Date | undefined;
  /** Written before this time. */
  readonly to?: Date | undefined;
}

export interface IncidentPage extends IncidentFilter {
  readonly limit: number;
  /** The newest broadcast of an incident: only incidents whose newest broadcast is older. */
  readonly before?: string | undefined;
}

/** An incident by its first and its newest broadcast. */
export interface IncidentKey {
  readonly root: string;
  readonly latest: string;
}

/** Incidents: broadcasts with everything that follows them, and the titles that staff gave them. */
@Injectable()
export class IncidentsRepository {
  constructor(private readonly db: DataSource) {}

  /** The incident with the newest broadcast first. Ids increase with time. */
  async list({
    limit,
    before,
    text,
    states,
    lanes,
    department,
    from,
    to,
  }: IncidentPage): Promise<IncidentKey[]> {
    return this.db.query(
      `SELECT b.id AS latest, root.id AS root
       FROM broadcast b, LATERAL (SELECT coalesce(b.root_id, b.id) AS id) root
       WHERE b.kind NOT IN ${onePhoneKindsSql} AND ($1::uuid IS NULL OR b.id < $1)
         AND NOT EXISTS (SELECT FROM broadcast c WHERE c.root_id = root.id AND c.id > b.id)
         AND EXISTS (
           SELECT FROM broadcast m WHERE (m.id = root.id OR m.root_id = root.id)
             AND ($3::text[] IS NULL OR m.state = ANY($3)) AND ($4::text[] IS NULL OR m.lane = ANY($4))
             AND ($5::uuid IS NULL OR m.department_id = $5)
             AND ($6::timestamptz IS NULL OR m.created_at >= $6) AND ($7::timestamptz IS NULL OR m.created_at < $7)
             AND ($8::text IS NULL OR m.audience_name ILIKE $8
               OR EXISTS (SELECT FROM broadcast_text t WHERE t.broadcast_id = m.id
                 AND (t.sms ILIKE $8 OR t.headline ILIKE $8 OR t.web ILIKE $8))
               OR EXISTS (SELECT FROM incident i WHERE i.root_id = root.id AND i.title ILIKE $8)))
       ORDER BY b.id DESC LIMIT $2`,
      [
        before ?? null,
        limit,
        states ?? null,
        lanes ?? null,
        department ?? null,
        from ?? null,
        to ?? null,
        text === undefined ? null : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
      ],
    );
  }

  /** The first broadcast of the incident that a broadcast belongs to; undefined if there is no such broadcast. */
  async rootOf(id: string): Promise<string | undefined> {
    const [found] = await this.db.query<{ root: string }[]>(
      `SELECT coalesce(root_id, id) AS root FROM broadcast WHERE id = $1 AND kind NOT IN ${onePhoneKindsSql}`,
      [id],
    );
    return found?.root;
  }

  /** All broadcasts of incidents, oldest first. */
  async broadcastsOf(roots: readonly string[]): Promise<Broadcast[]> {
    const found = await this.db.manager
      .createQueryBuilder(BroadcastEntity, 'b')
      .leftJoinAndSelect('b.texts', 't')
      .where('b.id = ANY(:roots) OR b.root_id = ANY(:roots)', { roots })
      .orderBy('b.id')
      .getMany();
    return found.map(toBroadcast);
  }

  /** The titles that staff gave, by the first broadcast. */
  async titlesOf(roots: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.db.query<{ root: string; title: string }[]>(
      'SELECT root_id AS root, title FROM incident WHERE root_id = ANY($1::uuid[])',
      [roots],
    );
    return new Map(found.map(({ root, title }) => [root, title]));
  }

  /** @param title undefined to take the title away */
  async setTitle(root: string, title: string | undefined, tx: EntityManager): Promise<void> {
    if (title === undefined) await tx.delete(IncidentEntity, { rootId: root });
    else await tx.upsert(IncidentEntity, { rootId: root, title }, ['rootId']);
  }
}
