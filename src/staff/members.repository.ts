import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { dutyRoles, type DutyRole } from '../kernel/duty-roles.js';
import { newId } from '../kernel/ids.js';
import { AccessKeyEntity } from './access-key.entity.js';
import { MemberEntity, toMember } from './member.entity.js';
import type { Member, Role } from './member.js';
import { StaffSessionEntity } from './staff-session.entity.js';

/** A member of staff, as colleagues see them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** E.164; null if they gave no number. */
  readonly phone: string | null;
}

/** A valid key of a member who has not left, and the key's owner. */
const works = { revokedAt: IsNull(), member: { leftAt: IsNull() } };
const whose = { member: { department: true } };

/** What a session was opened with: a key, or an account and the session at the identity provider. */
type SessionOwner =
  | { readonly keyHash: Buffer }
  | { readonly issuer: string; readonly subject: string; readonly providerSession: string | undefined };

/** Every statement on members, their keys and sessions. */
@Injectable()
export class MembersRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async findByKeyHash(hash: Buffer): Promise<Member | undefined> {
    const [key] = await this.db.manager.find(AccessKeyEntity, {
      where: { hash, ...works },
      relations: whose,
    });
    return key && toMember(key.member, 'key');
  }

  async findBySessionHash(hash: Buffer, now: Date): Promise<Member | undefined> {
    const [session] = await this.db.manager.find(StaffSessionEntity, {
      where: { hash, expiresAt: MoreThan(now) },
      relations: { key: whose, account: whose },
    });
    const { key, account } = session ?? {};
    const member = key ? !key.revokedAt && key.member : account?.member;
    return member && !member.leftAt ? toMember(member, 'session') : undefined;
  }

  /** Everyone who has one of the roles and has not left, by name. */
  async withRoles(roles: readonly Role[]): Promise<Colleague[]> {
    return this.db.query<Colleague[]>(
      `SELECT id, name, phone FROM member WHERE left_at IS NULL AND roles && $1::text[] ORDER BY name, id`,
      [roles],
    );
  }

  /** Everyone who can have a shift, with the role they then have. */
  async whoMayBeOnDuty(): Promise<{ id: string; name: string; email: string; role: DutyRole }[]> {
    return this.db.query(
      `SELECT id, name, email, CASE WHEN 'approver' = ANY (roles) THEN 'approver' ELSE 'duty-officer' END AS role
       FROM member WHERE left_at IS NULL AND roles && $1::text[]`,
      [dutyRoles],
    );
  }

  /** @param phone E.164, confirmed; undefined removes it, and ends the session by which a new one is confirmed */
  async setPhone(id: string, phone: string | undefined, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE member SET phone = $2, phone_session = CASE WHEN $2::text IS NOT NULL THEN phone_session END
       WHERE id = $1 AND left_at IS NULL`,
      [id, phone ?? null],
    );
  }

  /** The phone, and the session of the verification by which a new one is confirmed. */
  async ownPhone(id: string): Promise<{ phone?: string | undefined; session?: string | undefined }> {
    const found = await this.db.manager.findOneBy(MemberEntity, { id });
    return { phone: found?.phone, session: found?.phoneSession };
  }

  /** @param session of the verification by which a new phone is confirmed. The last one that is set counts. */
  async setPhoneSession(id: string, session: string): Promise<void> {
    await this.db.manager.update(MemberEntity, { id, leftAt: IsNull() }, { phoneSession: session });
  }

  /** The names of the members who are texted at this phone. */
  async withPhone(e164: string): Promise<string[]> {
    const found = await this.db.manager.find(MemberEntity, {
      select: { name: true },
      where: { phone: e164 },
      order: { name: 'ASC' },
    });
    return found.map(({ name }) => name);
  }

  /** Safe to repeat. @returns from how many members the phone was removed */
  async erasePhone(e164: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ erased: number }[]>(
      `WITH gone AS (UPDATE member SET phone = NULL WHERE phone = $1 RETURNING 1)
       SELECT count(*)::int AS erased FROM gone`,
      [e164],
    );
    return row!.erased;
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.db.manager.find(MemberEntity, {
      select: { id: true, name: true },
      where: { id: In(ids) },
    });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** A session ends when its key is revoked. Expired sessions are deleted here. */
  async openSession(
    session: { memberId: string; hash: Buffer; expiresAt: Date } & SessionOwner,
    now: Date,
    tx: EntityManager = this.db.manager,
  ): Promise<void> {
    const { memberId, ...row } = session;
    await tx.delete(StaffSessionEntity, { expiresAt: LessThan(now) });
    await tx.insert(StaffSessionEntity, row);
    await tx.update(MemberEntity, { id: memberId }, { lastSignInAt: now });
  }

  async closeSession(hash: Buffer): Promise<void> {
    await this.db.manager.delete(StaffSessionEntity, { hash });
  }

  /**
   * Also finds somebody who has left: the same address is the same person.
   *
   * @param email as {@link readEmail} returns it
   */
  async idOf(email: string, tx: EntityManager): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      'SELECT id FROM member WHERE lower(email) = $1 ORDER BY left_at NULLS FIRST, created_at LIMIT 1',
      [email],
    );
    return row?.id;
  }

  /** All of them, by name. */
  departments(): Promise<{ id: string; name: string }[]> {
    return this.db.query('SELECT id, name FROM department ORDER BY name');
  }

  async departmentNames(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ name: string }[]>('SELECT name FROM department');
    return rows.map(({ name }) => name);
  }

  /**
   * Safe to repeat. Returns the id of the department with this name, and creates it with the given id when there is
   * none.
   */
  async ensureDepartment(name: string, id = newId(), tx: EntityManager = this.db.manager): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO department (id, name) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
      [id, name],
    );
    return row!.id;
  }

  /**
   * Safe to repeat: an existing department, member or key stays. Sets the member's department and roles to the given
   * ones. Revokes every other key of the member, also those of a second member that an earlier version allowed with the
   * same address in other letter case.
   */
  async ensureMember(
    member: Omit<Member, 'via' | 'phone'>,
    keyHash: Buffer,
    label: string,
    tx?: EntityManager,
  ): Promise<void> {
    if (!tx) return this.atomically((tx) => this.ensureMember(member, keyHash, label, tx));
    const departmentId = await this.ensureDepartment(member.departmentName, member.departmentId, tx);
    await tx.query(
      `INSERT INTO member (id, department_id, name, email, roles) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, name = excluded.name,
         roles = excluded.roles, left_at = NULL`,
      [member.id, departmentId, member.name, member.email, member.roles],
    );
    await tx.query(
      'UPDATE member SET left_at = now() WHERE lower(email) = lower($1) AND id <> $2 AND left_at IS NULL',
      [member.email, member.id],
    );
    await tx.query(
      `UPDATE access_key SET revoked_at = now()
       WHERE member_id IN (SELECT id FROM member WHERE lower(email) = lower($1)) AND hash <> $2 AND revoked_at IS NULL`,
      [member.email, keyHash],
    );
    await tx.query(
      `INSERT INTO access_key (hash, member_id, label) VALUES ($1, $2, $3)
       ON CONFLICT (hash) DO UPDATE SET revoked_at = NULL`,
      [keyHash, member.id, label],
    );
  }

  /**
   * Marks the member as having left, forgets their phone and revokes their keys. Each session ends with its key.
   *
   * @param email as {@link readEmail} returns it
   * @returns the id of the member; undefined when nobody with the address works here
   */
  async leave(email: string, tx: EntityManager): Promise<string | undefined> {
    const [gone] = await tx.query<{ id: string }[]>(
      `WITH gone AS (UPDATE member SET left_at = now(), phone = NULL, phone_session = NULL
                        WHERE lower(email) = $1 AND left_at IS NULL RETURNING id),
         revoked AS (
           UPDATE access_key k SET revoked_at = now() FROM gone
           WHERE k.member_id = gone.id AND k.revoked_at IS NULL)
       SELECT id FROM gone`,
      [email],
    );
    return gone?.id;
  }
}
