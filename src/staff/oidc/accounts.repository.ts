import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { newId } from '../../kernel/ids.js';
import { MemberEntity } from '../member.entity.js';
import type { Account, ProviderLogout } from './identity-provider.js';
import type { Standing } from './role-mapping.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { StartedSignInEntity } from './started-sign-in.entity.js';
import { WaitingAccountEntity } from './waiting-account.entity.js';

export interface Person {
  readonly name: string;
  /** Normalised by `readEmail`. */
  readonly email: string;
}

interface WaitingWithMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly triedAt: Date;
  readonly memberId: string;
  readonly memberName: string;
}

/** Every statement on accounts at the identity provider and on sign-ins with them. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async start(started: StartedSignInEntity, now: Date): Promise<void> {
    await this.db.manager.delete(StartedSignInEntity, { expiresAt: LessThan(now) });
    await this.db.manager.insert(StartedSignInEntity, started);
  }

  /** Finds a started sign-in of this browser and deletes it: each is used once. */
  async takeStarted(
    stateHash: Buffer,
    browserHash: Buffer,
    now: Date,
  ): Promise<StartedSignInEntity | undefined> {
    return this.db.transaction(async (tx) => {
      const started = await tx.findOne(StartedSignInEntity, {
        where: { stateHash, browserHash, expiresAt: MoreThan(now) },
        lock: { mode: 'pessimistic_write' },
      });
      if (started) await tx.delete(StartedSignInEntity, { stateHash });
      return started ?? undefined;
    });
  }

  /** Sign-ins of one account wait for each other until the transaction ends. */
  async waitTurn({ issuer, subject }: Account, tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.account'), hashtext($1))`, [
      JSON.stringify([issuer, subject]),
    ]);
  }

  /** Sign-ins with one e-mail address wait for each other until the transaction ends. */
  async waitForAddress({ email }: Pick<Person, 'email'>, tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.account-address'), hashtext($1))`, [
      email,
    ]);
  }

  async memberOf(
    { issuer, subject }: Pick<Account, 'issuer' | 'subject'>,
    tx: EntityManager,
  ): Promise<MemberEntity | undefined> {
    const found = await tx.findOne(StaffAccountEntity, {
      where: { issuer, subject },
      relations: { member: { department: true } },
    });
    return found?.member;
  }

  /** Also finds somebody who has left: the address stays theirs. */
  async hasEmail(email: string, tx: EntityManager): Promise<boolean> {
    return tx.existsBy(MemberEntity, { email });
  }

  /** A new member with this account. */
  async join(account: Account, person: Person, standing: Standing, tx: EntityManager): Promise<string> {
    const id = newId();
    const { roles, departmentId } = standing;
    await tx.insert(MemberEntity, { id, ...person, roles: [...roles], departmentId });
    await this.link(account, id, tx);
    return id;
  }

  /** What the provider says now. The address stays if another member has the new one. */
  async update(id: string, { name, email }: Person, standing: Standing, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE member SET name = $2, department_id = $4, roles = $5,
         email = CASE WHEN EXISTS (SELECT FROM member other WHERE other.email = $3 AND other.id <> $1) THEN email ELSE $3 END
       WHERE id = $1`,
      [id, name, email, standing.departmentId, standing.roles],
    );
  }

  /** Takes every role and ends every session of the member. */
  async strip(id: string, tx: EntityManager): Promise<void> {
    await tx.update(MemberEntity, { id }, { roles: [] });
    await tx.query(
      `DELETE FROM staff_session s USING staff_account a
       WHERE a.member_id = $1 AND s.issuer = a.issuer AND s.subject = a.subject`,
      [id],
    );
  }

  /** Safe to repeat. */
  async link({ issuer, subject }: Pick<Account, 'issuer' | 'subject'>, memberId: string, tx: EntityManager) {
    await tx.upsert(StaffAccountEntity, { issuer, subject, memberId }, ['issuer', 'subject']);
    await tx.delete(WaitingAccountEntity, { issuer, subject });
  }

  /** Notes an account whose address belongs to a member, for the staff who decide whether it is theirs. */
  async wait({ issuer, subject }: Account, { name, email }: Person, now: Date, tx: EntityManager) {
    await tx.query(
      `INSERT INTO waiting_account (id, issuer, subject, name, email, tried_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (issuer, subject) DO UPDATE
         SET name = excluded.name, email = excluded.email, tried_at = excluded.tried_at`,
      [newId(), issuer, subject, name, email, now],
    );
  }

  /** The accounts that wait, with the member who has their address. */
  waiting(): Promise<WaitingWithMember[]> {
    return this.db.query(
      `SELECT w.id, w.name, w.email, w.tried_at AS "triedAt", m.id AS "memberId", m.name AS "memberName"
       FROM waiting_account w JOIN member m ON m.email = w.email ORDER BY w.tried_at DESC`,
    );
  }

  /** An account that waits, locked, and the id of the member who has its address. */
  async takeWaiting(
    id: string,
    tx: EntityManager,
  ): Promise<{ account: WaitingAccountEntity; memberId: string | undefined } | undefined> {
    const account = await tx.findOne(WaitingAccountEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!account) return undefined;
    const member = await tx.findOneBy(MemberEntity, { email: account.email });
    return { account, memberId: member?.id };
  }

  async dropWaiting(id: string, tx: EntityManager): Promise<void> {
    await tx.delete(WaitingAccountEntity, { id });
  }

  /**
   * Ends the sessions that a logout at the provider names: one, or all of an account.
   *
   * @returns the members whose sessions ended
   */
  async endSessions({ issuer, subject, session }: ProviderLogout, tx: EntityManager): Promise<string[]> {
    const ended = await tx.query<{ memberId: string }[]>(
      `WITH ended AS (
         DELETE FROM staff_session
         WHERE issuer = $1 AND ($2::text IS NULL OR subject = $2) AND ($3::text IS NULL OR provider_session = $3)
         RETURNING issuer, subject)
       SELECT DISTINCT a.member_id AS "memberId" FROM ended JOIN staff_account a USING (issuer, subject)`,
      [issuer, subject ?? null, session ?? null],
    );
    return ended.map(({ memberId }) => memberId);
  }
}
