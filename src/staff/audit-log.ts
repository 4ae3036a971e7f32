import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';

export interface AuditEntry {
  /** Who; undefined for the program itself. */
  readonly memberId?: string;
  /** What was done, `capability.verb`. */
  readonly action: string;
  /** What it was done to, an id; never a phone number in clear. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Something that was done, as the log has it. */
export interface AuditedAct {
  readonly at: Date;
  readonly action: string;
  readonly memberId?: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface ChainRow {
  id: string;
  at: Date;
  member_id: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  previous_hash: Buffer;
  hash: Buffer;
}

const genesis: Buffer = Buffer.alloc(32);
const pageSize = 5_000;

/** Insert-only, each entry holding the hash of the one before, so that a removed or changed entry shows. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction when given one, so that what was done and its entry stand or fall together. */
  async record(entry: AuditEntry, within?: EntityManager): Promise<void> {
    if (!within) return this.db.transaction((db) => this.record(entry, db));
    return this.recordAll([entry], within);
  }

  /**
   * Several entries, in their order. The last statement of the transaction: others wait for the lock until it ends, and
   * whoever takes a row's lock after this one waits in a circle with who does it the other way round.
   */
  async recordAll(entries: readonly AuditEntry[], within: EntityManager): Promise<void> {
    for (const entry of entries) await this.append(entry, within);
  }

  private async append(entry: AuditEntry, within: EntityManager): Promise<void> {
    // The chain has one end: writers take turns.
    await within.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.audit'))`);
    const [last] = await within.query<{ id: string; hash: Buffer }[]>(
      'SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1',
    );
    const id = last ? Number(last.id) + 1 : 1;
    const at = this.clock.now();
    const previous = last?.hash ?? genesis;
    const { memberId = null, action, subject, detail = {} } = entry;
    const hash = hashOf(previous, { id, at, memberId, action, subject, detail });
    await within.query(
      `INSERT INTO audit_entry (id, at, member_id, action, subject, detail, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, at, memberId, action, subject, JSON.stringify(detail), previous, hash],
    );
  }

  /** What was done to something, oldest first. */
  async about(subject: string): Promise<AuditedAct[]> {
    const rows = await this.db.query<ChainRow[]>('SELECT * FROM audit_entry WHERE subject = $1 ORDER BY id', [
      subject,
    ]);
    return rows.map(({ at, action, member_id, detail }) => ({
      at,
      action,
      memberId: member_id ?? undefined,
      detail,
    }));
  }

  /**
   * Reads all of it, a page at a time.
   *
   * @returns the id of the first entry that does not fit the chain, or undefined when all do
   */
  async firstBrokenEntry(): Promise<number | undefined> {
    let end = { id: 0, hash: genesis };
    for (;;) {
      const rows = await this.db.query<ChainRow[]>(
        'SELECT * FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2',
        [end.id, pageSize],
      );
      for (const row of rows) {
        const id = Number(row.id);
        if (id !== end.id + 1 || !row.previous_hash.equals(end.hash) || !row.hash.equals(hashOfRow(row)))
          return id;
        end = { id, hash: row.hash };
      }
      if (rows.length < pageSize) return undefined;
    }
  }
}

interface Hashed {
  id: number;
  at: Date;
  memberId: string | null;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}

const hashOf = (previous: Buffer, { id, at, memberId, action, subject, detail }: Hashed): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([id, at.toISOString(), memberId, action, subject, canonical(detail)]))
    .digest();

const hashOfRow = ({
  id,
  at,
  member_id: memberId,
  action,
  subject,
  detail,
  previous_hash,
}: ChainRow): Buffer => hashOf(previous_hash, { id: Number(id), at, memberId, action, subject, detail });

/** jsonb keeps no order of keys, so the hash is taken over sorted ones. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
