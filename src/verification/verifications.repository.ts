import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
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
import { clientHashesOf, toVerification, VerificationEntity } from './verification.entity.js';

export interface NewVerification extends Pick<
  Verification,
  'phone' | 'kind' | 'purpose' | 'language' | 'wanted'
> {
  readonly session: string;
  readonly codeHash: Buffer;
  readonly clientHashes: ClientHashes;
}

/** The result of a try. */
export interface Tried {
  readonly verification: Verification;
  readonly right: boolean;
  /** Whether this try confirmed the code; false for a repeat of the right code. */
  readonly first: boolean;
  readonly clientHashes: ClientHashes;
}

/** Every statement on pending codes and the sessions that they opened. */
@Injectable()
export class VerificationsRepository {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** @returns when the code expires */
  async open(verification: NewVerification): Promise<Date> {
    const { session, clientHashes, ...fields } = verification;
    const { client: clientHash, site: siteHash, network: networkHash } = clientHashes;
    const expiresAt = minutesAfter(this.clock.now(), codeMinutes);
    const sessionHash = hashSession(session);
    await this.db.manager.insert(VerificationEntity, {
      ...fields,
      sessionHash,
      clientHash,
      siteHash,
      networkHash,
      expiresAt,
    });
    await this.sweep();
    return expiresAt;
  }

  async find(session: string | undefined): Promise<Verification | undefined> {
    if (!session) return undefined;
    const found = await this.db.manager.findOneBy(VerificationEntity, { sessionHash: hashSession(session) });
    return found ? toVerification(found) : undefined;
  }

  /** The session's verification, if its code can still be tried. */
  async findPending(session: string | undefined): Promise<Verification | undefined> {
    const verification = await this.find(session);
    return obstacle(verification, this.clock.now()) ? undefined : verification;
  }

  /** The session's verification, if the session is still trusted. */
  async findTrusted(session: string | undefined): Promise<Verification | undefined> {
    const verification = await this.find(session);
    return verification && isTrusted(verification, this.clock.now()) ? verification : undefined;
  }

  /**
   * @param kind the only kind of phone that is accepted; any when left out
   * @throws verification.required
   */
  async requireTrusted(session: string | undefined, kind?: PhoneKind): Promise<Verification> {
    const verification = await this.findTrusted(session);
    if (!verification || (kind && verification.kind !== kind)) throw VerificationRequired();
    return verification;
  }

  /**
   * Spends a try, and confirms when the code is right. Concurrent tries wait for the row lock, so there is never a
   * sixth try, and `first` is true only once.
   *
   * @returns undefined when there is no code to try; else the verification after the try
   */
  async tryCode(session: string, codeHash: Buffer, tx: EntityManager): Promise<Tried | undefined> {
    const now = this.clock.now();
    const where = { sessionHash: hashSession(session) };
    const found = await tx.findOne(VerificationEntity, { where, lock: { mode: 'pessimistic_write' } });
    if (!found || found.tries >= triesAllowed || found.expiresAt <= now) return undefined;
    const right = codeHash.equals(found.codeHash);
    const first = right && !found.confirmedAt;
    const repeated = right && found.confirmedAt && now <= repeatUntil(found.confirmedAt);
    if (found.confirmedAt && !repeated) return undefined;
    const change = { tries: found.tries + 1, confirmedAt: first ? now : found.confirmedAt };
    await tx.update(VerificationEntity, where, change);
    const verification = { ...toVerification(found), ...change };
    return { verification, right, first, clientHashes: clientHashesOf(found) };
  }

  /**
   * Trusts a new session with the phone of a confirmed one. The session that requested the code is never trusted: an
   * attacker may have planted it in the browser.
   */
  async trust(confirmed: string, next: string, tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const shown = await tx.findOneByOrFail(VerificationEntity, { sessionHash: hashSession(confirmed) });
    const trusted = tx.create(VerificationEntity, shown);
    trusted.sessionHash = hashSession(next);
    trusted.confirmedAt = now;
    trusted.trustedUntil = minutesAfter(now, trustMinutes);
    await tx.insert(VerificationEntity, trusted);
  }

  /** Why a code of this session can't be tried; undefined when it can. */
  async whyNot(session: string | undefined): Promise<DomainError | undefined> {
    return obstacle(await this.find(session), this.clock.now());
  }

  /** Also deletes the session that requested the code of this trusted session. */
  async close(session: string): Promise<void> {
    await this.db.query(
      `WITH closed AS (DELETE FROM verification WHERE session_hash = $1 RETURNING phone, code_hash)
       DELETE FROM verification v USING closed c WHERE v.phone = c.phone AND v.code_hash = c.code_hash`,
      [hashSession(session)],
    );
  }

  async ofPhone(phone: string): Promise<Verification[]> {
    const found = await this.db.manager.find(VerificationEntity, {
      where: { phone },
      order: { expiresAt: 'ASC' },
    });
    return found.map(toVerification);
  }

  /** @returns the number of deleted rows: codes of the phone, and sessions that they opened */
  async erase(phone: string, tx: EntityManager): Promise<number> {
    const { affected } = await tx.delete(VerificationEntity, { phone });
    return affected ?? 0;
  }

  /**
   * Rows are kept for an hour after they expire, so that a late visitor can still be told why the code does not work.
   */
  async sweep(): Promise<void> {
    const anHourAgo = minutesAfter(this.clock.now(), -60);
    await this.db.query(
      'DELETE FROM verification WHERE expires_at < $1 AND coalesce(trusted_until, expires_at) < $1',
      [anHourAgo],
    );
  }
}

const repeatUntil = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + repeatSeconds * 1000);
