import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';

/**
 * Maximum number of cached broadcasts. A code is sent once; an alert is sent in thousands of batches, a few alerts at a
 * time.
 */
const maxKept = 50;

/**
 * Caches the texts and lane of broadcasts that are being sent: they do not change after the approval. State and expiry
 * are not read from here.
 */
@Injectable()
export class BroadcastsUnderWay {
  private readonly kept = new Map<string, Broadcast>();

  constructor(private readonly broadcasts: BroadcastsRepository) {}

  /** Reads a broadcast. The first call also marks it as started. */
  async broadcast(id: string): Promise<Broadcast> {
    const known = this.kept.get(id);
    if (known) return known;
    const broadcast = await this.broadcasts.getToSend(id);
    // A broadcast that was paused before its first window is `sending`, but has never started.
    const hasBegun = broadcast.state !== 'approved' && broadcast.startedAt !== undefined;
    // It was paused at this moment: do not cache it, so that its next batch reads it again.
    if (!hasBegun && !(await this.broadcasts.start(id))) return broadcast;
    this.kept.set(id, broadcast);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest);
    return broadcast;
  }
}
