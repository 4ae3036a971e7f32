import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RoleMappingEntity } from './role-mapping.entity.js';
import type { RoleMapping } from './role-mapping.js';

/** What the values of the identity provider's claim mean here. */
@Injectable()
export class RoleMappingsRepository {
  constructor(private readonly db: DataSource) {}

  atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(work);
  }

  /** In their order. */
  list(tx: EntityManager = this.db.manager): Promise<RoleMappingEntity[]> {
    return tx.find(RoleMappingEntity, { relations: { department: true }, order: { position: 'ASC' } });
  }

  /** Changes of the table wait for each other until the transaction ends. */
  async waitTurn(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.role-mapping'))`);
  }

  async replace(mappings: readonly RoleMapping[], tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().delete().from(RoleMappingEntity).execute();
    await tx.insert(
      RoleMappingEntity,
      mappings.map(({ roles, ...mapping }, position) => ({ ...mapping, roles: [...roles], position })),
    );
  }
}

/** Changes with every change of the table. */
export const versionOf = (mappings: readonly RoleMapping[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(mappings.map(({ value, roles, departmentId }) => [value, roles, departmentId ?? null])),
    )
    .digest('base64url')
    .slice(0, 16);
