import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { KeptLook } from '../../platform/brand/kept-look.js';
import { LookEntity, onlyRow } from './look.entity.js';

/** All statements on the look that the console keeps. */
@Injectable()
export class LookRepository {
  constructor(private readonly db: DataSource) {}

  /** Undefined before it is first saved. */
  async get(tx: EntityManager = this.db.manager): Promise<LookEntity | undefined> {
    return (await tx.findOneBy(LookEntity, { id: onlyRow })) ?? undefined;
  }

  /** 0 before it is first saved. */
  async version(): Promise<number> {
    const [row] = await this.db.query<{ version: number }[]>('SELECT version FROM brand_look');
    return row?.version ?? 0;
  }

  /** @returns false if another version is there than the change is based on */
  async save(look: KeptLook, version: number, tx: EntityManager): Promise<boolean> {
    const columns = Object.fromEntries(Object.entries(look).map(([name, value]) => [name, value ?? null]));
    if (version > 0) {
      const { affected } = await tx.update(LookEntity, { id: onlyRow, version }, columns);
      return affected === 1;
    }
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(LookEntity)
      .values({ id: onlyRow, ...columns })
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }
}
