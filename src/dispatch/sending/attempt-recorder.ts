import { Injectable } from '@nestjs/common';
import type { RecordedAttempt } from '../../deliveries/attempt.js';
import type { Channel } from '../../kernel/channel.js';
import { LedgerRepository } from '../../deliveries/ledger/ledger.repository.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';

const flushEveryMs = 40;
const afterFailureMs = 1000;

interface Waiting {
  readonly attempt: RecordedAttempt;
  readonly done: () => void;
}

/**
 * Collects the results of attempts and records them in sets. A result that could not be recorded (the database is
 * unavailable) is retried until the worker stops. If the worker stops first, the sweeper finds the row `sending` and
 * marks it as in doubt.
 */
@Injectable()
export class AttemptRecorder {
  private readonly log = new Log('recorder', dispatchEvents);
  private waiting = new Map<string, Waiting[]>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(private readonly ledger: LedgerRepository) {}

  /** Resolves when the result is in the ledger. */
  record(broadcastId: string, channel: Channel, attempt: RecordedAttempt): Promise<void> {
    return new Promise((done) => {
      const key = `${channel} ${broadcastId}`;
      const list = this.waiting.get(key);
      if (list) list.push({ attempt, done });
      else this.waiting.set(key, [{ attempt, done }]);
      this.flushIn(flushEveryMs);
    });
  }

  private flushIn(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.flushing = this.flushing.then(() => this.flush());
    }, ms);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const taken = this.waiting;
    this.waiting = new Map();
    for (const [key, entries] of taken) {
      const [channel, broadcastId] = key.split(' ') as [Channel, string];
      try {
        await this.ledger.record(
          broadcastId,
          channel,
          entries.map(({ attempt }) => attempt),
        );
        for (const { done } of entries) done();
      } catch (error) {
        this.log.write('results.not-recorded', { results: entries.length, err: error });
        this.waiting.set(key, [...entries, ...(this.waiting.get(key) ?? [])]);
        this.flushIn(afterFailureMs);
      }
    }
  }
}
