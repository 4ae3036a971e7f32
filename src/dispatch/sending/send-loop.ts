import { goesFirst, lanesByUrgency, type Broadcast } from '../../broadcasts/broadcast.js';
import type { BatchesRepository, DueBroadcast, Turn } from '../../deliveries/ledger/batches.repository.js';
import type { ClaimedBatch, OutgoingDelivery } from '../../deliveries/delivery.js';
import { newTokens } from '../../deliveries/delivery-token.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import type { BroadcastsUnderWay } from './broadcasts-under-way.js';
import type { Pace } from '../rate/pace.js';
import type { SendAttempt } from './send-attempt.js';
import type { Sender } from '../senders/senders.js';
import { windowMs } from '../rate/rate-limiter.js';
import { Wakeable } from './wakeable.js';

/** How long an idle loop waits before it checks for work by itself, if no doorbell rings. */
const idleMs = 1000;
/**
 * Longest time a batch is held without sending from it, well within its lease. A slow sender could otherwise hold it
 * past its lease.
 */
const maxHoldMs = 10_000;
/** How long one broadcast keeps the sender before another of its lane gets its turn. */
const turnMs = 1000;
/** If a commit takes longer than this after the grant, the windows that were paid for have passed. */
const lateMs = 2 * windowMs;

/**
 * Sends the messages of one sender: claims a batch of the highest lane, acquires one window of rate, commits `sending`,
 * sends, and checks for a higher lane. What was claimed but not sent is released.
 */
export class SendLoop {
  private readonly log = new Log('send-loop', dispatchEvents);
  private readonly bell = new Wakeable();
  /** Batches whose last results are not in the ledger yet. */
  private readonly settling = new Set<Promise<void>>();
  private served: string[] = [];
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly sender: Sender,
    /** Names this process in the ledger. */
    private readonly worker: string,
    private readonly batches: BatchesRepository,
    private readonly underWay: BroadcastsUnderWay,
    private readonly pace: Pace,
    private readonly attempt: SendAttempt,
  ) {}

  start(): void {
    this.running = this.run();
  }

  wake(): void {
    this.bell.ring();
  }

  /** Finishes the window, releases what is left, and waits for requests under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.running;
    await Promise.all(this.settling);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const due = await this.next();
        if (due) await this.sendBatchOf(due);
        else await this.bell.wait(idleMs);
      } catch (error) {
        // Most likely the database is unavailable. Nothing was sent that the ledger does not know.
        this.log.write('send-loop.error', { sender: this.sender.id, err: error });
        await this.bell.wait(idleMs);
      }
    }
  }

  /** Of the broadcasts in the highest lane, corrections first, the one that was served longest ago. */
  private async next(): Promise<DueBroadcast | undefined> {
    const due = await this.batches.due(this.sender);
    const top = due.filter((one) => rankOf(one) === rankOf(due[0]!));
    const turn = ({ id }: DueBroadcast) => this.served.indexOf(id);
    const chosen = top.reduce<DueBroadcast | undefined>(
      (best, one) => (best && turn(best) <= turn(one) ? best : one),
      undefined,
    );
    if (chosen) this.served = [...this.served.filter((id) => id !== chosen.id), chosen.id].slice(-50);
    return chosen;
  }

  private async sendBatchOf(due: DueBroadcast): Promise<void> {
    const batch = await this.batches.claim(due.id, this.sender.channel, this.worker);
    if (!batch) return;
    const underWay: Promise<void>[] = [];
    let left = batch.planned;
    try {
      const broadcast = await this.underWay.broadcast(due.id);
      const begunAt = performance.now();
      let usedAt = begunAt;
      while (left.length > 0 && !this.stopping) {
        const sent = await this.sendSome(batch, broadcast, left, underWay);
        if (sent === undefined) break;
        if (sent > 0) usedAt = performance.now();
        left = left.slice(sent);
        if (performance.now() - usedAt > maxHoldMs) break;
        if (left.length > 0 && (await this.shouldYield(due, performance.now() - begunAt))) break;
      }
    } finally {
      this.settle(batch, left, underWay);
    }
  }

  /** Releases the batch as soon as all results are in the ledger. The next batch does not wait for that. */
  private settle(batch: ClaimedBatch, left: ClaimedBatch['planned'], underWay: readonly Promise<void>[]) {
    const settled = Promise.all(underWay)
      .then(() =>
        this.batches.release(
          batch,
          left.map(({ n }) => n),
        ),
      )
      .catch((error: unknown) => this.log.write('batch.not-released', { sender: this.sender.id, err: error }))
      .finally(() => this.settling.delete(settled));
    this.settling.add(settled);
  }

  /**
   * Sends as many of the next deliveries as the rate and the free places allow; waits a little if none. Only deliveries
   * that are sent at once are marked `sending`, because what a dying worker leaves in that status is in doubt.
   *
   * @returns how many; undefined when the broadcast may no longer be sent, or the batch is no longer ours: refused
   *   deliveries are still planned and stay in the batch
   */
  private async sendSome(
    batch: ClaimedBatch,
    broadcast: Broadcast,
    left: ClaimedBatch['planned'],
    underWay: Promise<void>[],
  ): Promise<number | undefined> {
    const { pace, batches, attempt } = this;
    const inFlight = pace.inFlight(this.sender);
    const next = left.slice(0, Math.max(1, inFlight.maxPerEntry));
    const costs = next.map(({ segments }) => segments);
    const chosen = next.slice(
      0,
      affordable(costs, await pace.acquireUnits(this.sender, turnOf(broadcast), costs)),
    );
    if (chosen.length === 0) return 0;
    const grantedAt = performance.now();
    await inFlight.enter(chosen.length);
    let places = chosen.length;
    try {
      // A grant is valid for its window. Used much later, it would add to the next ones.
      if (performance.now() - grantedAt > windowMs) return 0;
      // Taken before the statement, not after its answer: the lease began no earlier than this.
      const leasedAt = performance.now();
      const tokens = newTokens(chosen.length);
      const attempts = chosen.map(({ n }, at) => ({ n, token: tokens[at]! }));
      const outgoing = await batches.startSending(batch, attempts, this.sender).catch((error: unknown) => {
        // The statement may have been committed before its answer was lost. It is certain that nothing was sent. That
        // is recorded as soon as the database is back. Attempts that were not committed match no row.
        for (const one of attempts) underWay.push(attempt.notSent(batch, one));
        throw error;
      });
      const paid =
        performance.now() - grantedAt > lateMs ? await this.payAgain(broadcast, outgoing) : outgoing.length;
      for (const delivery of outgoing.slice(paid)) underWay.push(attempt.notSent(batch, delivery));
      for (const delivery of outgoing.slice(0, paid)) {
        places -= 1;
        underWay.push(attempt.run({ broadcast, delivery, sender: this.sender, leasedAt }));
      }
      return outgoing.length > 0 ? chosen.length : undefined;
    } finally {
      inFlight.leave(places);
    }
  }

  /** @returns how many of them a new grant pays for */
  private async payAgain(broadcast: Broadcast, outgoing: readonly OutgoingDelivery[]): Promise<number> {
    if (outgoing.length === 0) return 0;
    const costs = outgoing.map(({ segments }) => segments);
    // No rate store answers: nothing may be sent, and the deliveries must not stay marked `sending`.
    const units = await this.pace.acquireUnits(this.sender, turnOf(broadcast), costs).catch(() => 0);
    return affordable(costs, units);
  }

  /**
   * Whether a higher lane or a correction of the lane has work, the provider refuses the sender, or another broadcast
   * with the same rank has its turn.
   */
  private async shouldYield(current: DueBroadcast, heldMs: number): Promise<boolean> {
    const { isStopped, top } = await this.batches.look(this.sender);
    // A batch that we hold is not among the due ones, so the first due broadcast may be of a lower lane.
    if (isStopped || (top !== undefined && rankOf(top) < rankOf(current))) return true;
    if (top === undefined || rankOf(top) !== rankOf(current) || heldMs < turnMs) return false;
    const due = await this.batches.due(this.sender);
    return due.some((one) => rankOf(one) === rankOf(current) && one.id !== current.id);
  }
}

/** The place in the strict order: by lane, and within a lane corrections before the rest. Smaller is sooner. */
const rankOf = ({ lane, first }: Turn): number => 2 * lanesByUrgency.indexOf(lane) + (first ? 0 : 1);

const turnOf = (broadcast: Broadcast): Turn => ({ lane: broadcast.lane, first: goesFirst(broadcast) });

/** How many of the next messages the units pay for. */
function affordable(costs: readonly number[], units: number): number {
  let spent = 0;
  let count = 0;
  while (count < costs.length && spent + costs[count]! <= units) spent += costs[count++]!;
  return count;
}
