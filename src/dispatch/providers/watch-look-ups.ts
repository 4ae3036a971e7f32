import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import type { AskedQuestion, LookUpWatch } from './provider-front.js';
import { ProviderTroublesRepository } from '../senders/provider-troubles.repository.js';

/** How often a question that keeps failing is reported, in milliseconds. */
const tellEveryMs = 60_000;

interface Failing {
  toldAt: number;
  /** Since the last report. */
  failures: number;
}

/**
 * Reports to staff what the provider does not answer: in the log, and beside the stopped senders. Otherwise a key that
 * may send but not list would silently leave every doubt open.
 */
@Injectable()
export class WatchLookUps implements LookUpWatch {
  private readonly log = new Log('look-ups', dispatchEvents);
  private readonly failing = new Map<AskedQuestion, Failing>();
  private readonly answered = new Set<AskedQuestion>();

  constructor(private readonly troubles: ProviderTroublesRepository) {}

  note(question: AskedQuestion, failed: string | undefined): void {
    if (failed === undefined) this.works(question);
    else this.fails(question, failed);
  }

  private works(question: AskedQuestion): void {
    if (this.failing.delete(question)) this.log.write('provider.answers-again', { question });
    else if (this.answered.has(question)) return;
    // The first answer in this process also clears what an earlier process recorded.
    this.answered.add(question);
    this.write(question, this.troubles.forget(question));
  }

  private fails(question: AskedQuestion, reason: string): void {
    const now = performance.now();
    const failing = this.failing.get(question) ?? { toldAt: -Infinity, failures: 0 };
    this.failing.set(question, failing);
    failing.failures += 1;
    if (now - failing.toldAt < tellEveryMs) return;
    const { failures } = failing;
    failing.toldAt = now;
    failing.failures = 0;
    this.log.write('provider.does-not-answer', { question, reason, failures });
    this.write(question, this.troubles.note(question, reason, failures));
  }

  private write(question: AskedQuestion, written: Promise<void>): void {
    written.catch((err: unknown) => this.log.write('provider.answers-not-noted', { question, err }));
  }
}
