import { Injectable } from '@nestjs/common';
import { BatchesRepository } from '../../deliveries/ledger/batches.repository.js';
import { BroadcastsUnderWay } from './broadcasts-under-way.js';
import { Pace } from '../rate/pace.js';
import { SendAttempt } from './send-attempt.js';
import { SendLoop } from './send-loop.js';
import type { Sender } from '../senders/senders.js';

@Injectable()
export class SendLoopFactory {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly underWay: BroadcastsUnderWay,
    private readonly pace: Pace,
    private readonly attempt: SendAttempt,
  ) {}

  make(sender: Sender, worker: string): SendLoop {
    return new SendLoop(sender, worker, this.batches, this.underWay, this.pace, this.attempt);
  }
}
