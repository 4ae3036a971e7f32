import { Logger } from '@nestjs/common';
import { lanesByUrgency, type Broadcast } from '../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { BatchesRepository, type DueBroadcast } from '../deliveries/batches.repository.js';
import type { ClaimedBatch } from '../deliveries/delivery.js';
import { newToken } from '../deliveries/delivery-token.js';
import type { Pace } from './pace.js';
import type { SendAttempt } from './send-attempt.js';
import type { Sender } from './senders.js';
import { Wakeable } from './wakeable.js';

export interface SendLoopParts {
  readonly batches: BatchesRepository;
  readonly broadcasts: BroadcastsRepository;
  readonly pace: Pace;
  readonly attempt: SendAttempt;
  /** Names this process in the ledger. */
  readonly worker: string;
}

/** How long an idle loop waits before it looks for itself, when no bell rings. */
const idleMs = 1000;
/** Sends under way at once, a process and sender. */
const mostInFlight = 400;
/** Longest a batch is held without sending from it, well within its lease: a slow sender would sleep through that. */
const longestHoldMs = 10_000;

/**
 * Sends what one sender has to send: takes a batch of the highest lane, asks for a window's worth of rate, commits
 * `sending`, sends, and looks again whether a higher lane has come. What was taken and not sent is given back.
 */
export class SendLoop {
  private readonly log: Logger;
  private readonly bell = new Wakeable();
  private readonly inFlight = new Set<Promise<void>>();
  private served: string[] = [];
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly sender: Sender,
    private readonly parts: SendLoopParts,
  ) {
    this.log = new Logger(`send ${sender.id}`);
  }

  start(): void {
    this.running = this.run();
  }

  wake(): void {
    this.bell.ring();
  }

  /** Finishes the window, gives back what is left, and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.running;
    await Promise.all(this.inFlight);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const due = await this.next();
        if (due) await this.sendBatchOf(due);
        else await this.bell.wait(idleMs);
      } catch (error) {
        // The database is away, most likely. Nothing was promised that the ledger does not know of.
        this.log.error({ msg: 'the send loop stumbled', err: error });
        await this.bell.wait(idleMs);
      }
    }
  }

  /** The highest lane's broadcast that was served longest ago. */
  private async next(): Promise<DueBroadcast | undefined> {
    if (await this.parts.pace.isStopped(this.sender)) return undefined;
    const due = await this.parts.batches.due(this.sender.channel, this.sender.kinds);
    const top = due.filter(({ lane }) => lane === due[0]?.lane);
    const turn = ({ id }: DueBroadcast) => this.served.indexOf(id);
    const chosen = top.reduce<DueBroadcast | undefined>(
      (best, one) => (best && turn(best) <= turn(one) ? best : one),
      undefined,
    );
    if (chosen) this.served = [...this.served.filter((id) => id !== chosen.id), chosen.id].slice(-50);
    return chosen;
  }

  private async sendBatchOf(due: DueBroadcast): Promise<void> {
    const batch = await this.parts.batches.claim(due.id, this.sender.channel, this.parts.worker);
    if (!batch) return;
    const broadcast = await this.parts.broadcasts.getToSend(due.id);
    // A broadcast that was held before its first window is `sending` without ever having started.
    if (broadcast.state === 'approved' || broadcast.startedAt === undefined)
      await this.parts.broadcasts.move(due.id, ['approved', 'sending'], 'sending', new Date());
    const underWay: Promise<void>[] = [];
    let left = await this.parts.batches.stillPlanned(batch);
    let usedAt = performance.now();
    while (left.length > 0 && !this.stopping) {
      const chosen = await this.granted(left);
      if (chosen > 0) {
        usedAt = performance.now();
        // What was refused is still planned and stays in the batch: cut off here, nobody would ever send it.
        if (!(await this.sendWindow(batch, broadcast, left.slice(0, chosen), underWay))) break;
        left = left.slice(chosen);
      }
      if (performance.now() - usedAt > longestHoldMs) break;
      if (left.length > 0 && (await this.shouldYield(due))) break;
    }
    const ns = left.map(({ n }) => n);
    const release = Promise.all(underWay)
      .then(() => this.parts.batches.release(batch, ns, new Date()))
      .catch((error: unknown) =>
        this.log.error({ msg: 'could not let a batch go; its lease will run out', err: error }),
      );
    this.follow(release);
  }

  /** How many of the next deliveries the rate allows now; waits a little when none. */
  private async granted(left: readonly { segments: number }[]): Promise<number> {
    const units = await this.parts.pace.take(
      this.sender,
      left.map(({ segments }) => segments),
    );
    let spent = 0;
    let count = 0;
    while (count < left.length && spent + left[count]!.segments <= units) spent += left[count++]!.segments;
    return count;
  }

  /** @returns false when the broadcast may no longer be sent, or the batch is no longer ours */
  private async sendWindow(
    batch: ClaimedBatch,
    broadcast: Broadcast,
    chosen: readonly { n: number }[],
    underWay: Promise<void>[],
  ): Promise<boolean> {
    // Before the statement, not after its answer: the lease began no later than this.
    const leasedAt = performance.now();
    const outgoing = await this.parts.batches.startSending(
      batch,
      chosen.map(({ n }) => ({ n, token: newToken() })),
    );
    for (const delivery of outgoing) {
      while (this.inFlight.size >= mostInFlight) await Promise.race(this.inFlight);
      const attempt = this.parts.attempt.run(broadcast, delivery, this.sender, leasedAt);
      underWay.push(attempt);
      this.follow(attempt);
    }
    return outgoing.length > 0;
  }

  /** Whether a higher lane has come, or the provider refuses the sender. */
  private async shouldYield(current: DueBroadcast): Promise<boolean> {
    if (await this.parts.pace.isStopped(this.sender)) return true;
    const [top] = await this.parts.batches.due(this.sender.channel, this.sender.kinds);
    // What is held is not among the due: the first of those may well be of a lower lane.
    return top !== undefined && lanesByUrgency.indexOf(top.lane) < lanesByUrgency.indexOf(current.lane);
  }

  private follow(work: Promise<void>): void {
    this.inFlight.add(work);
    void work.finally(() => this.inFlight.delete(work));
  }
}
