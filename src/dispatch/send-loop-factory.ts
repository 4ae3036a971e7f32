import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { BatchesRepository } from '../deliveries/batches.repository.js';
import { Pace } from './pace.js';
import { SendAttempt } from './send-attempt.js';
import { SendLoop } from './send-loop.js';
import type { Sender } from './senders.js';

@Injectable()
export class SendLoopFactory {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly pace: Pace,
    private readonly attempt: SendAttempt,
  ) {}

  make(sender: Sender, worker: string): SendLoop {
    const { batches, broadcasts, pace, attempt } = this;
    return new SendLoop(sender, { batches, broadcasts, pace, attempt, worker });
  }
}
