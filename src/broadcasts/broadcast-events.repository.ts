import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { BroadcastEventEntity } from './broadcast-event.entity.js';
import type { Broadcast, Happening } from './broadcast.js';

/** What is done to a broadcast, and by whom. */
export interface Doing {
  readonly act: Happening;
  /** Left out for the program itself. */
  readonly by?: string | undefined;
  /** Phones, where the act names a number of them. */
  readonly count?: number;
}

export type BroadcastEvent = Pick<
  BroadcastEventEntity,
  'version' | 'act' | 'state' | 'at' | 'memberId' | 'count'
>;

/** What happened to broadcasts: the outbox. */
@Injectable()
export class BroadcastEvents {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** For the repository of broadcasts, in the transaction of the change. A code to one phone has no history. */
  async note(
    { id, kind, version, state }: Broadcast,
    { act, by, count }: Doing,
    tx: EntityManager,
  ): Promise<void> {
    if (kind === 'verification') return;
    const at = this.clock.now();
    await tx.insert(BroadcastEventEntity, { broadcastId: id, version, act, state, at, memberId: by, count });
  }

  /** All that happened to it, oldest first. */
  of(broadcastId: string): Promise<BroadcastEvent[]> {
    return this.events.find({ where: { broadcastId }, order: { id: 'ASC' } });
  }

  /** What happened to it since it had this version, oldest first. */
  since(broadcastId: string, version: number): Promise<BroadcastEvent[]> {
    return this.events.find({ where: { broadcastId, version: MoreThan(version) }, order: { id: 'ASC' } });
  }

  private get events() {
    return this.db.getRepository(BroadcastEventEntity);
  }
}
