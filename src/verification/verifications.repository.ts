import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { DomainError } from '../kernel/refusal.js';
import {
  codeMinutes,
  hashSession,
  isTrusted,
  minutesAfter,
  obstacle,
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
  expires_at: Date;
  tries: number;
  confirmed_at: Date | null;
  trusted_until: Date | null;
}

const columns =
  'phone, kind, purpose, language, wanted, client_hash, expires_at, tries, confirmed_at, trusted_until';

export interface NewVerification extends Pick<
  Verification,
  'phone' | 'kind' | 'purpose' | 'language' | 'wanted'
> {
  readonly session: string;
  readonly codeHash: Buffer;
  readonly clientHash: Buffer;
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
    const { session, phone, kind, purpose, language, wanted, codeHash, clientHash } = verification;
    const expiresAt = minutesAfter(this.clock.now(), codeMinutes);
    await this.db.query(
      `INSERT INTO verification (session_hash, phone, kind, purpose, language, wanted, code_hash, client_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [hashSession(session), phone, kind, purpose, language, wanted ?? null, codeHash, clientHash, expiresAt],
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
   * Spends a try, and confirms when the code is right: one statement, whose row lock makes two tries at once wait
   * for each other and then look at the count anew. So there is never a sixth try, nor a second use.
   *
   * @returns undefined when there was nothing to try it on; else the verification after the try
   */
  async tryCode(
    session: string,
    codeHash: Buffer,
    db: EntityManager,
  ): Promise<{ verification: Verification; clientHash: Buffer } | undefined> {
    const now = this.clock.now();
    const [rows] = await db.query<[VerificationRow[], number]>(
      `UPDATE verification SET
         tries = tries + 1,
         confirmed_at = CASE WHEN code_hash = $2 THEN $3::timestamptz END,
         trusted_until = CASE WHEN code_hash = $2 THEN $4::timestamptz END
       WHERE session_hash = $1 AND confirmed_at IS NULL AND tries < $5 AND expires_at > $3
       RETURNING ${columns}`,
      [hashSession(session), codeHash, now, minutesAfter(now, trustMinutes), triesAllowed],
    );
    return rows[0] && { verification: toVerification(rows[0]), clientHash: rows[0].client_hash };
  }

  /** Why a code of this session can't be tried; undefined when it can. */
  async whyNot(session: string | undefined): Promise<DomainError | undefined> {
    return obstacle(await this.find(session), this.clock.now());
  }

  async close(session: string): Promise<void> {
    await this.db.query('DELETE FROM verification WHERE session_hash = $1', [hashSession(session)]);
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
