import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { DomainError } from '../kernel/refusal.js';
import type { ClientHashes } from '../platform/allowances/allowances.repository.js';
import {
  codeMinutes,
  hashSession,
  isTrusted,
  minutesAfter,
  obstacle,
  repeatSeconds,
  triesAllowed,
  trustMinutes,
  VerificationRequired,
  type Verification,
} from './verification.js';

interface VerificationRow {
  phone: string;
  kind: PhoneKind;
  purpose: string;
  language: InterfaceLanguage;
  wanted: string[] | null;
  client_hash: Buffer;
  site_hash: Buffer | null;
  network_hash: Buffer | null;
  expires_at: Date;
  tries: number;
  confirmed_at: Date | null;
  trusted_until: Date | null;
}

const columns =
  'phone, kind, purpose, language, wanted, client_hash, site_hash, network_hash, expires_at, tries, confirmed_at, trusted_until';

export interface NewVerification extends Pick<
  Verification,
  'phone' | 'kind' | 'purpose' | 'language' | 'wanted'
> {
  readonly session: string;
  readonly codeHash: Buffer;
  readonly clientHashes: ClientHashes;
}

/** What became of a try. */
export interface Tried {
  readonly verification: Verification;
  readonly right: boolean;
  /** Whether this try confirmed it; false also for a right code that is sent again. */
  readonly first: boolean;
  readonly clientHashes: ClientHashes;
}

/** Every statement on codes under way and the sessions they opened. */
@Injectable()
export class VerificationsRepository {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  atomically<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** @returns when the code expires */
  async open(verification: NewVerification): Promise<Date> {
    const { session, phone, kind, purpose, language, wanted, codeHash, clientHashes } = verification;
    const { client, site = null, network } = clientHashes;
    const expiresAt = minutesAfter(this.clock.now(), codeMinutes);
    await this.db.query(
      `INSERT INTO verification (session_hash, phone, kind, purpose, language, wanted, code_hash, expires_at,
         client_hash, site_hash, network_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        hashSession(session),
        phone,
        kind,
        purpose,
        language,
        wanted ?? null,
        codeHash,
        expiresAt,
        client,
        site,
        network,
      ],
    );
    await this.sweep();
    return expiresAt;
  }

  async find(session: string | undefined): Promise<Verification | undefined> {
    if (!session) return undefined;
    const rows = await this.db.query<VerificationRow[]>(
      `SELECT ${columns} FROM verification WHERE session_hash = $1`,
      [hashSession(session)],
    );
    return rows[0] && toVerification(rows[0]);
  }

  /** The session's code that can still be tried. */
  async findPending(session: string | undefined): Promise<Verification | undefined> {
    const verification = await this.find(session);
    return obstacle(verification, this.clock.now()) ? undefined : verification;
  }

  /** The verification of a session that has shown its code lately. */
  async findTrusted(session: string | undefined): Promise<Verification | undefined> {
    const verification = await this.find(session);
    return verification && isTrusted(verification, this.clock.now()) ? verification : undefined;
  }

  /**
   * @param kind the only kind of phone that will do; any when left out
   * @throws verification.required
   */
  async requireTrusted(session: string | undefined, kind?: PhoneKind): Promise<Verification> {
    const verification = await this.findTrusted(session);
    if (!verification || (kind && verification.kind !== kind)) throw VerificationRequired();
    return verification;
  }

  /**
   * Spends a try, and confirms when the code is right. Two tries at once wait for each other at the row's lock, so there is
   * never a sixth try, and `first` is true once.
   *
   * @returns undefined when there was nothing to try it on; else the verification after the try
   */
  async tryCode(session: string, codeHash: Buffer, db: EntityManager): Promise<Tried | undefined> {
    const now = this.clock.now();
    const hash = hashSession(session);
    const [row] = await db.query<(VerificationRow & { code_hash: Buffer })[]>(
      `SELECT ${columns}, code_hash FROM verification WHERE session_hash = $1 FOR UPDATE`,
      [hash],
    );
    if (!row || row.tries >= triesAllowed || row.expires_at <= now) return undefined;
    const right = codeHash.equals(row.code_hash);
    const first = right && row.confirmed_at === null;
    const repeated = right && row.confirmed_at !== null && now <= repeatUntil(row.confirmed_at);
    if (row.confirmed_at !== null && !repeated) return undefined;
    const confirmedAt = first ? now : row.confirmed_at;
    await db.query('UPDATE verification SET tries = tries + 1, confirmed_at = $2 WHERE session_hash = $1', [
      hash,
      confirmedAt,
    ]);
    return {
      verification: toVerification({ ...row, tries: row.tries + 1, confirmed_at: confirmedAt }),
      right,
      first,
      clientHashes: {
        client: row.client_hash,
        site: row.site_hash ?? undefined,
        network: row.network_hash ?? row.client_hash,
      },
    };
  }

  /**
   * Trusts a new session with the phone of a confirmed one. The session that the code was asked for in is never trusted:
   * somebody else may have planted it in the browser.
   */
  async trust(confirmed: string, next: string, db: EntityManager): Promise<void> {
    const now = this.clock.now();
    await db.query(
      `INSERT INTO verification (session_hash, phone, kind, purpose, language, wanted, code_hash, expires_at, tries,
         client_hash, site_hash, network_hash, confirmed_at, trusted_until)
       SELECT $2, phone, kind, purpose, language, wanted, code_hash, expires_at, tries,
         client_hash, site_hash, network_hash, $3, $4
       FROM verification WHERE session_hash = $1`,
      [hashSession(confirmed), hashSession(next), now, minutesAfter(now, trustMinutes)],
    );
  }

  /** Why a code of this session can't be tried; undefined when it can. */
  async whyNot(session: string | undefined): Promise<DomainError | undefined> {
    return obstacle(await this.find(session), this.clock.now());
  }

  /** With a trusted session, the one that its code was asked for in. */
  async close(session: string): Promise<void> {
    await this.db.query(
      `WITH closed AS (DELETE FROM verification WHERE session_hash = $1 RETURNING phone, code_hash)
       DELETE FROM verification v USING closed c WHERE v.phone = c.phone AND v.code_hash = c.code_hash`,
      [hashSession(session)],
    );
  }

  async ofPhone(phone: string): Promise<Verification[]> {
    const rows = await this.db.query<VerificationRow[]>(
      `SELECT ${columns} FROM verification WHERE phone = $1 ORDER BY expires_at`,
      [phone],
    );
    return rows.map(toVerification);
  }

  /** @returns how many codes of the phone are gone, and the sessions they opened with them */
  async erase(phone: string, within: EntityManager): Promise<number> {
    const [, erased] = await within.query<[unknown[], number]>('DELETE FROM verification WHERE phone = $1', [
      phone,
    ]);
    return erased;
  }

  /** Kept for an hour after it is over, so that a late visitor is told what happened. */
  async sweep(): Promise<void> {
    const anHourAgo = minutesAfter(this.clock.now(), -60);
    await this.db.query(
      'DELETE FROM verification WHERE expires_at < $1 AND coalesce(trusted_until, expires_at) < $1',
      [anHourAgo],
    );
  }
}

const repeatUntil = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + repeatSeconds * 1000);

const toVerification = (row: VerificationRow): Verification => ({
  phone: row.phone,
  kind: row.kind,
  purpose: row.purpose,
  language: row.language,
  wanted: row.wanted ?? undefined,
  expiresAt: row.expires_at,
  tries: row.tries,
  confirmedAt: row.confirmed_at ?? undefined,
  trustedUntil: row.trusted_until ?? undefined,
});
