import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { AccountChangedMeanwhile, NoSuchAccount } from './social-account.js';
import { SocialAccountEntity } from './social-account.entity.js';

/** TypeORM leaves out a column that is `undefined`, and empties one that is `null`. */
const clearing = <T extends object>(columns: T): T =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null])) as T;

/** All statements on the accounts. */
@Injectable()
export class SocialAccounts {
  constructor(private readonly db: DataSource) {}

  /** By the time they were made. */
  list(tx: EntityManager = this.db.manager): Promise<SocialAccountEntity[]> {
    return tx.find(SocialAccountEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Those that are switched on. */
  active(): Promise<SocialAccountEntity[]> {
    return this.db.manager.find(SocialAccountEntity, {
      where: { activeSince: Not(IsNull()) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws social.not-found */
  async get(id: string, tx: EntityManager = this.db.manager): Promise<SocialAccountEntity> {
    const found = await tx.findOneBy(SocialAccountEntity, { id });
    if (!found) throw NoSuchAccount();
    return found;
  }

  /** Locks their number until the transaction ends. */
  async holdNumber(tx: EntityManager): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.social-accounts'))`);
    return tx.count(SocialAccountEntity);
  }

  async add(account: Omit<SocialAccountEntity, 'version'>, tx: EntityManager): Promise<void> {
    await tx.insert(SocialAccountEntity, account);
  }

  /**
   * @param version that the change is based on
   * @throws social.changed-meanwhile
   */
  async change(
    { id, version }: Pick<SocialAccountEntity, 'id' | 'version'>,
    change: Partial<SocialAccountEntity>,
    tx: EntityManager,
  ): Promise<void> {
    const { affected } = await tx.update(SocialAccountEntity, { id, version }, clearing(change));
    if (affected !== 1) throw AccountChangedMeanwhile();
  }

  /** With its posts here; those on the network stay. */
  async remove(id: string, tx: EntityManager): Promise<void> {
    await tx.delete(SocialAccountEntity, { id });
  }

  /** @param token sealed, as it was refused @returns false if that is known, or there is a new one */
  async refused(id: string, token: Buffer, tx: EntityManager): Promise<boolean> {
    const marked = await tx.query<unknown[]>(
      `WITH marked AS (
         UPDATE social_account SET refused_at = now(), version = version + 1
         WHERE id = $1 AND token = $2 AND refused_at IS NULL RETURNING id)
       SELECT id FROM marked`,
      [id, token],
    );
    return marked.length === 1;
  }
}
