import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { noteDone } from './idempotent-answers.repository.js';

export interface AuditEntry {
  /** Who did it; undefined for the program itself. */
  readonly memberId?: string;
  /** What was done, as `capability.verb`. */
  readonly action: string;
  /** The id of what it was done to; never a phone number in clear. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
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
  keyed: boolean;
}

/** An entry's number and hash, noted elsewhere when it was the last entry. */
export interface NotedHead {
  readonly entry: number;
  /** Hexadecimal. The beginning of it is enough. */
  readonly hash: string;
}

/** The result of reading the whole log. */
export interface AuditExamination {
  /** The number of entries. */
  readonly entries: number;
  /** Hash of the last entry, hexadecimal. */
  readonly head: string;
  /** The first entry that was changed, or the first one missing; undefined when the log is intact. */
  readonly broken?: number;
  /** Whether the noted head is still in the log; left out when none was given. */
  readonly holdsNoted?: boolean;
}

const genesis: Buffer = Buffer.alloc(32);
const pageSize = 5_000;

/**
 * Insert-only. Each entry holds the hash of the entry before it, so a changed or removed entry shows. The hashes are
 * keyed with SECRET_KEY: write access to the database is not enough to make a valid chain. `audit_head` signs the last
 * entry, so a log whose end was cut off shows too.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Inside the caller's transaction when one is given, so that an act and its entry are committed or rolled back
   * together.
   */
  record(entry: AuditEntry, tx?: EntityManager): Promise<void> {
    return this.recordAll([entry], tx);
  }

  /**
   * Writes several entries, in order. Must be the last write of a transaction: it takes the one lock that every writer
   * waits for, and holds it until the transaction ends.
   */
  async recordAll(entries: readonly AuditEntry[], tx?: EntityManager): Promise<void> {
    if (entries.length === 0) return;
    if (!tx) return this.db.transaction((tx) => this.recordAll(entries, tx));
    await noteDone(tx);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.audit'))`);
    const [last] = await tx.query<{ id: string; hash: Buffer }[]>(
      'SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1',
    );
    let id = Number(last?.id ?? 0);
    let hash = last?.hash ?? genesis;
    const at = this.clock.now();
    for (const { memberId = null, action, subject, detail = {} } of entries) {
      const previous = hash;
      id += 1;
      hash = this.hashOf(previous, { id, at, memberId, action, subject, detail });
      await tx.query(
        `INSERT INTO audit_entry (id, at, member_id, action, subject, detail, previous_hash, hash, keyed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true)`,
        [id, at, memberId, action, subject, JSON.stringify(detail), previous, hash],
      );
    }
    await tx.query(
      `INSERT INTO audit_head (entry_id, signature) VALUES ($1, $2)
       ON CONFLICT (one) DO UPDATE SET entry_id = excluded.entry_id, signature = excluded.signature`,
      [id, this.signatureOf(id, hash)],
    );
  }

  /** The last entry and its hash, hexadecimal. */
  async head(): Promise<{ entry: number; hash: string }> {
    const [last] = await this.db.query<{ id: string; hash: Buffer }[]>(
      'SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1',
    );
    return { entry: Number(last?.id ?? 0), hash: (last?.hash ?? genesis).toString('hex') };
  }

  /**
   * Reads the whole log, a page at a time.
   *
   * @param noted a head that was noted elsewhere. Somebody with write access to the database can cut off the end
   * together with the signature of the head, or write a chain of an earlier version without a key. Only a head noted
   * elsewhere shows that.
   */
  async examine(noted?: NotedHead): Promise<AuditExamination> {
    const [signed] = await this.db.query<{ entry_id: string; signature: Buffer }[]>(
      'SELECT entry_id, signature FROM audit_head',
    );
    const signedId = Number(signed?.entry_id ?? 0);
    let end = { id: 0, hash: genesis };
    let anyKeyed = false;
    let holdsNoted = noted && false;
    const seen = (broken?: number): AuditExamination => ({
      entries: end.id,
      head: end.hash.toString('hex'),
      broken,
      ...(holdsNoted === undefined ? {} : { holdsNoted }),
    });
    for (;;) {
      const rows = await this.db.query<ChainRow[]>(
        'SELECT * FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2',
        [end.id, pageSize],
      );
      for (const row of rows) {
        const id = Number(row.id);
        // No earlier version wrote after a keyed entry, so a plain hash here was forged.
        if (anyKeyed && !row.keyed) return seen(id);
        anyKeyed ||= row.keyed;
        const fits =
          id === end.id + 1 && row.previous_hash.equals(end.hash) && row.hash.equals(this.hashOfRow(row));
        if (!fits) return seen(end.id + 1);
        if (id === signedId && !signed!.signature.equals(this.signatureOf(id, row.hash))) return seen(id);
        end = { id, hash: row.hash };
        if (id === noted?.entry) holdsNoted = row.hash.toString('hex').startsWith(noted.hash.toLowerCase());
      }
      if (rows.length < pageSize) break;
    }
    return seen(end.id < signedId || (anyKeyed && !signed) ? end.id + 1 : undefined);
  }

  private hashOf(previous: Buffer, entry: Hashed): Buffer {
    return createHmac('sha256', this.config.get('SECRET_KEY'))
      .update('audit-entry:')
      .update(previous)
      .update(contentOf(entry))
      .digest();
  }

  private hashOfRow(row: ChainRow): Buffer {
    const { id, member_id: memberId, previous_hash: previous, keyed } = row;
    const entry = { ...row, id: Number(id), memberId };
    // Versions before the key was introduced wrote plain hashes.
    return keyed
      ? this.hashOf(previous, entry)
      : createHash('sha256').update(previous).update(contentOf(entry)).digest();
  }

  private signatureOf(id: number, hash: Buffer): Buffer {
    return createHmac('sha256', this.config.get('SECRET_KEY'))
      .update(`audit-head:${id}:`)
      .update(hash)
      .digest();
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

/** The content as it is stored: dates are hashed in their JSON form. */
const contentOf = ({ id, at, memberId, action, subject, detail }: Hashed): string =>
  JSON.stringify([
    id,
    at.toISOString(),
    memberId,
    action,
    subject,
    canonical(JSON.parse(JSON.stringify(detail))),
  ]);

/** jsonb does not preserve the order of keys, so the hash is taken over sorted keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
