import { Injectable } from '@nestjs/common';
import { isArea } from '../../audiences/audience.js';
import { PreviewAudience } from '../../audiences/preview-audience.js';
import { DomainError } from '../../kernel/refusal.js';
import { Log } from '../../platform/logging/log.js';
import type { Broadcast } from '../broadcast.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { broadcastsEvents } from '../log-events.js';
import { ScheduledStarts } from './scheduled-starts.repository.js';

/**
 * Counts the phones that came into the area of a scheduled alert between its approval and its start: those that an
 * extension to the same area reaches. Apart from the start, which must not wait for it.
 */
@Injectable()
export class CountMovedIn {
  private readonly log = new Log('moved-in', broadcastsEvents);
  /** Could not be counted in this round. */
  private readonly inVain = new Set<string>();

  constructor(
    private readonly starts: ScheduledStarts,
    private readonly broadcasts: BroadcastsRepository,
    private readonly audience: PreviewAudience,
  ) {}

  /**
   * One that can't be counted is tried again in the next round, and keeps no other waiting.
   *
   * @returns whether there may be more to count now
   */
  async run(): Promise<boolean> {
    const id = await this.starts.uncounted([...this.inVain]);
    if (id === undefined) {
      this.inVain.clear();
      return false;
    }
    try {
      await this.starts.keepMovedIn(id, await this.count(await this.broadcasts.get(id)));
    } catch (err) {
      this.inVain.add(id);
      this.log.write('moved-in.not-counted', { broadcast: id, err });
    }
    return true;
  }

  private async count({ id, audience, channels }: Broadcast): Promise<number> {
    if (!isArea(audience)) return 0;
    try {
      const { phones } = await this.audience.run({ ...audience, beyond: id }, channels);
      return Object.values(phones).reduce((sum, some) => sum + some, 0);
    } catch (error) {
      // A place of the area is gone: there is nothing to extend to.
      if (error instanceof DomainError) return 0;
      throw error;
    }
  }
}
