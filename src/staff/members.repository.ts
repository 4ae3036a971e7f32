import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../kernel/ids.js';
import type { Member, Role } from './member.js';

interface MemberRow {
  id: string;
  name: string;
  email: string;
  department_id: string;
  department_name: string;
  roles: Role[];
}

const columns = `m.id, m.name, m.email, m.department_id, d.name AS department_name, m.roles`;

/** Every statement on members, their keys and sessions. */
@Injectable()
export class MembersRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  async findByKeyHash(hash: Buffer): Promise<Member | undefined> {
    const rows = await this.db.query<MemberRow[]>(
      `SELECT ${columns} FROM access_key k JOIN member m ON m.id = k.member_id JOIN department d ON d.id = m.department_id
       WHERE k.hash = $1 AND k.revoked_at IS NULL AND m.left_at IS NULL`,
      [hash],
    );
    return rows[0] && toMember(rows[0], 'key');
  }

  async findBySessionHash(hash: Buffer, now: Date): Promise<Member | undefined> {
    const rows = await this.db.query<MemberRow[]>(
      `SELECT ${columns} FROM staff_session s JOIN access_key k ON k.hash = s.key_hash
       JOIN member m ON m.id = k.member_id JOIN department d ON d.id = m.department_id
       WHERE s.hash = $1 AND s.expires_at > $2 AND k.revoked_at IS NULL AND m.left_at IS NULL`,
      [hash, now],
    );
    return rows[0] && toMember(rows[0], 'session');
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM member WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** It ends when its key is revoked. Those that are over are swept out. */
  async openSession(hash: Buffer, keyHash: Buffer, expiresAt: Date): Promise<void> {
    await this.db.query('DELETE FROM staff_session WHERE expires_at < now()');
    await this.db.query('INSERT INTO staff_session (hash, key_hash, expires_at) VALUES ($1, $2, $3)', [
      hash,
      keyHash,
      expiresAt,
    ]);
  }

  async closeSession(hash: Buffer): Promise<void> {
    await this.db.query('DELETE FROM staff_session WHERE hash = $1', [hash]);
  }

  /**
   * Of somebody who has left, too: the same address again is the same person.
   *
   * @param email as {@link readEmail} gives it
   */
  async idOf(email: string, db: EntityManager): Promise<string | undefined> {
    const [row] = await db.query<{ id: string }[]>(
      'SELECT id FROM member WHERE lower(email) = $1 ORDER BY left_at NULLS FIRST, created_at LIMIT 1',
      [email],
    );
    return row?.id;
  }

  async departmentNames(db: EntityManager): Promise<string[]> {
    const rows = await db.query<{ name: string }[]>('SELECT name FROM department');
    return rows.map(({ name }) => name);
  }

  /** Safe to repeat: the id of the department with this name, which is made under the given id when there is none. */
  async ensureDepartment(name: string, id = newId(), db: EntityManager = this.db.manager): Promise<string> {
    const [row] = await db.query<{ id: string }[]>(
      `INSERT INTO department (id, name) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
      [id, name],
    );
    return row!.id;
  }

  /**
   * Safe to repeat: a department of that name, a member or a key that is there already stays. The member works here, in
   * the department and the roles that are given. Every other key of theirs is void, also of a second member that an
   * earlier version let in under the same address in other letters.
   */
  async ensureMember(
    member: Omit<Member, 'via'>,
    keyHash: Buffer,
    label: string,
    within?: EntityManager,
  ): Promise<void> {
    if (!within) return this.atomically((db) => this.ensureMember(member, keyHash, label, db));
    const departmentId = await this.ensureDepartment(member.departmentName, member.departmentId, within);
    await within.query(
      `INSERT INTO member (id, department_id, name, email, roles) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, name = excluded.name,
         roles = excluded.roles, left_at = NULL`,
      [member.id, departmentId, member.name, member.email, member.roles],
    );
    await within.query(
      'UPDATE member SET left_at = now() WHERE lower(email) = lower($1) AND id <> $2 AND left_at IS NULL',
      [member.email, member.id],
    );
    await within.query(
      `UPDATE access_key SET revoked_at = now()
       WHERE member_id IN (SELECT id FROM member WHERE lower(email) = lower($1)) AND hash <> $2 AND revoked_at IS NULL`,
      [member.email, keyHash],
    );
    await within.query(
      `INSERT INTO access_key (hash, member_id, label) VALUES ($1, $2, $3)
       ON CONFLICT (hash) DO UPDATE SET revoked_at = NULL`,
      [keyHash, member.id, label],
    );
  }

  /**
   * Their keys are void, and every session ends with its key.
   *
   * @param email as {@link readEmail} gives it
   * @returns who left; undefined when nobody with the address works here
   */
  async leave(email: string, db: EntityManager): Promise<string | undefined> {
    const [gone] = await db.query<{ id: string }[]>(
      `WITH gone AS (UPDATE member SET left_at = now() WHERE lower(email) = $1 AND left_at IS NULL RETURNING id),
         revoked AS (
           UPDATE access_key k SET revoked_at = now() FROM gone
           WHERE k.member_id = gone.id AND k.revoked_at IS NULL)
       SELECT id FROM gone`,
      [email],
    );
    return gone?.id;
  }
}

const toMember = (row: MemberRow, via: Member['via']): Member => ({
  id: row.id,
  name: row.name,
  email: row.email,
  departmentId: row.department_id,
  departmentName: row.department_name,
  roles: row.roles,
  via,
});
