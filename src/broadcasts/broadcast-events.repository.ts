import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { BroadcastEventEntity } from './broadcast-event.entity.js';
import type { Broadcast, Happening } from './broadcast.js';
import { isToOnePhone } from '../kernel/broadcast-kinds.js';

/** An act on a broadcast, and who does it. */
export interface Doing {
  readonly act: Happening;
  /** Omitted if the program itself does it. */
  readonly by?: string | undefined;
  /** Number of phones, if the act has one. */
  readonly count?: number;
}

export type BroadcastEvent = Pick<
  BroadcastEventEntity,
  'version' | 'act' | 'state' | 'at' | 'memberId' | 'count'
>;

/** The events of broadcasts: the outbox. */
@Injectable()
export class BroadcastEvents {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Called by the repository of broadcasts, in the transaction of the change. Codes and notices have no history. */
  async note(
    { id, kind, version, state }: Broadcast,
    { act, by, count }: Doing,
    tx: EntityManager,
  ): Promise<void> {
    if (isToOnePhone(kind)) return;
    const at = this.clock.now();
    await tx.insert(BroadcastEventEntity, { broadcastId: id, version, act, state, at, memberId: by, count });
  }

  /** All events of a broadcast, oldest first. */
  of(broadcastId: string): Promise<BroadcastEvent[]> {
    return this.events.find({ where: { broadcastId }, order: { id: 'ASC' } });
  }

  /** All events of several broadcasts, in the order in which they happened. */
  ofAll(
    broadcastIds: readonly string[],
  ): Promise<(BroadcastEvent & Pick<BroadcastEventEntity, 'broadcastId'>)[]> {
    return this.events.find({
      where: { broadcastId: In([...broadcastIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** The events after the given version, oldest first. */
  since(broadcastId: string, version: number): Promise<BroadcastEvent[]> {
    return this.events.find({ where: { broadcastId, version: MoreThan(version) }, order: { id: 'ASC' } });
  }

  private get events() {
    return this.db.getRepository(BroadcastEventEntity);
  }
}
