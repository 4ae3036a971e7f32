import { Injectable } from '@nestjs/common';
import { isArea } from '../../audiences/audience.js';
import { PreviewAudience } from '../../audiences/preview-audience.js';
import { DomainError } from '../../kernel/refusal.js';
import type { Broadcast } from '../broadcast.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { ScheduledStarts } from './scheduled-starts.repository.js';

/**
 * Counts the phones that came into the area of a scheduled alert between its approval and its start: those that an
 * extension to the same area reaches. Apart from the start, which must not wait for it.
 */
@Injectable()
export class CountMovedIn {
  constructor(
    private readonly starts: ScheduledStarts,
    private readonly broadcasts: BroadcastsRepository,
    private readonly audience: PreviewAudience,
  ) {}

  /** @returns whether there may be more to count now */
  async run(): Promise<boolean> {
    const id = await this.starts.uncounted();
    if (id === undefined) return false;
    await this.starts.keepMovedIn(id, await this.count(await this.broadcasts.get(id)));
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
