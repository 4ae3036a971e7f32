import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { Providers } from '../providers/providers.js';
import { Wakeable } from '../sending/wakeable.js';
import { dispatchEvents } from '../log-events.js';
import { AskProvider } from './ask-provider.js';
import { SendGateRepository, type GateSeen } from './send-gate.repository.js';

/** Milliseconds between two vouchings of a worker for the ledger, and between two looks while it may not send. */
const vouchEveryMs = 1000;
const lookEveryMs = 250;
/** Milliseconds until a provider that could not be asked is asked again: the first delay, and the longest. */
const askAgainMs = { first: 1000, most: 10_000 };
/** If nobody has vouched for the ledger for this many seconds, there was no worker. */
const noWorkerSeconds = 3;
/**
 * Milliseconds between two questions while sending is held, and the seconds for which they are repeated. The provider
 * may list a message late.
 */
const askWhileHeldMs = 60_000;
const askWhileHeldSeconds = 300;

/**
 * Keeps a worker from sending on a ledger that lacks sent messages: restored from a backup, or a replica that was
 * behind. The statements that send refuse any database other than the one for which the provider was asked. This class
 * asks the provider.
 */
@Injectable()
export class SendGate {
  private readonly log = new Log('gate', dispatchEvents);
  private readonly bell = new Wakeable();
  private stopping = false;
  private running: Promise<void> | undefined;
  /** The newest `alive_at` that this worker has seen. */
  private newest: Date | undefined;
  private hasJoined = false;
  private failures = 0;
  private askAgainAt = 0;

  constructor(
    private readonly gate: SendGateRepository,
    private readonly ask: AskProvider,
    private readonly providers: Providers,
  ) {}

  /** Resolves when this worker may look for something to send. The statements decide whether it may send it. */
  start(worker: string): Promise<void> {
    return new Promise((joined) => {
      this.running = this.run(worker, joined);
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const { list } of this.providers.sentLists()) list.stop();
    this.bell.ring();
    await this.running;
  }

  /** A method, because the value changes during each wait. */
  private isStopping(): boolean {
    return this.stopping;
  }

  private async run(worker: string, joined: () => void): Promise<void> {
    while (!this.isStopping()) {
      let isOpen = false;
      try {
        isOpen = await this.look(worker);
        if (this.hasJoined) joined();
      } catch (err) {
        if (!this.isStopping()) this.log.write('ledger.check-failed', { err });
      }
      await this.bell.wait(isOpen ? vouchEveryMs : lookEveryMs);
    }
    joined();
  }

  /** @returns whether the ledger is known to be complete */
  private async look(worker: string): Promise<boolean> {
    const seen = await this.gate.look();
    if (this.newest && (!seen.aliveAt || seen.aliveAt < this.newest)) {
      this.log.write('ledger.older-than-it-was', { was: this.newest, is: seen.aliveAt });
      this.newest = undefined;
      await this.gate.distrust();
      return false;
    }
    this.newest = seen.aliveAt ?? undefined;
    const isKnown = seen.askedFor === seen.home;
    if (this.mustAsk(seen, isKnown) && performance.now() >= this.askAgainAt)
      await this.askFor(worker, seen, isKnown);
    // The statements refuse an unknown database themselves, but not one that no worker has ever used. A known database
    // counts as proven if it answers, even if the provider's list is unavailable now.
    this.hasJoined ||= isKnown || seen.askedFor !== null;
    if (isKnown) await this.gate.vouch(seen.home, this.newest);
    return isKnown;
  }

  private mustAsk({ isHeld, heldSeconds, silentSeconds }: GateSeen, isKnown: boolean): boolean {
    if (!isKnown) return true;
    if (!this.hasJoined) return isHeld || silentSeconds === null || silentSeconds > noWorkerSeconds;
    return isHeld && heldSeconds! < askWhileHeldSeconds;
  }

  private async askFor(worker: string, seen: GateSeen, isKnown: boolean): Promise<void> {
    const asked = await this.ask.run(worker, seen);
    if (asked.kind !== 'failed') {
      this.failures = 0;
      this.askAgainAt = performance.now() + (asked.kind === 'held' ? askWhileHeldMs : askAgainMs.first);
      return;
    }
    this.askAgainAt = performance.now() + Math.min(askAgainMs.most, askAgainMs.first * 2 ** this.failures++);
    if (this.isStopping()) return;
    this.log.write('provider-list.not-answered', { why: asked.why, isHeldUp: !isKnown });
    if (!isKnown) await this.gate.waits(asked.why);
  }
}
