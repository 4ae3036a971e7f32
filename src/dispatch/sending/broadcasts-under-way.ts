import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';

/** A code is sent once; an alert in thousands of batches, a few at a time. */
const maxKept = 50;

/** Texts and lane of what is being sent, read once: after the approval nobody changes them. State and expiry are not read here. */
@Injectable()
export class BroadcastsUnderWay {
  private readonly kept = new Map<string, Broadcast>();

  constructor(private readonly broadcasts: BroadcastsRepository) {}

  /** The first time also notes that sending has begun. */
  async broadcast(id: string): Promise<Broadcast> {
    const known = this.kept.get(id);
    if (known) return known;
    const broadcast = await this.broadcasts.getToSend(id);
    // One that was held before its first window is `sending` without ever having started.
    const hasBegun = broadcast.state !== 'approved' && broadcast.startedAt !== undefined;
    // Paused this very moment: with its next batch it is asked for again.
    if (!hasBegun && !(await this.broadcasts.start(id))) return broadcast;
    this.kept.set(id, broadcast);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest);
    return broadcast;
  }
}
