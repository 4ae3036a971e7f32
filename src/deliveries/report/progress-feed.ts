import { Injectable, type MessageEvent } from '@nestjs/common';
import {
  concatMap,
  defer,
  distinctUntilChanged,
  finalize,
  mergeMap,
  repeat,
  retry,
  share,
  takeUntil,
  takeWhile,
  throwError,
  timer,
  type Observable,
} from 'rxjs';
import type { BroadcastState } from '../../broadcasts/broadcast.js';
import { BroadcastEvents } from '../../broadcasts/broadcast-events.repository.js';
import { BroadcastLedger, percentOf, type LedgerProgress } from '../../broadcasts/broadcast-ledger.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { databaseFault } from '../../platform/database/database-fault.js';
import { Stopping } from '../../platform/processes/stopping.js';

export interface Progress extends LedgerProgress {
  readonly state: BroadcastState;
  /** Version of the broadcast. Each event has its own version. */
  readonly version: number;
  /** The share of planned deliveries that are final, 0–100. */
  readonly percent: number;
}

const everyMs = 1000;
const awayMs = 2000;
/** Summing a million deliveries takes a while: at most this share of the time is spent on it. */
const maxTimeShare = 1 / 10;
const over = new Set<BroadcastState>(['completed', 'cancelled', 'rejected', 'missed']);

/**
 * Live progress by polling once a second, shared by all watchers. LISTEN/NOTIFY is no option: on the embedded database
 * it does not cross connections, and a watcher needs the sum over the ledger anyway.
 */
@Injectable()
export class ProgressFeed {
  private readonly feeds = new Map<string, Observable<Progress>>();

  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly events: BroadcastEvents,
    private readonly ledger: BroadcastLedger,
    private readonly stopping: Stopping,
  ) {}

  /** @param seen version of the last event that the reader has; without it, only new events are sent */
  of(broadcastId: string, seen?: number): Observable<MessageEvent> {
    let last = seen;
    return this.shared(broadcastId).pipe(
      // The stream has no end of its own, so a shutdown has to end it.
      takeUntil(this.stopping.begins),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      concatMap(async (progress) => {
        const news = await this.happened(broadcastId, last, progress.version);
        last = progress.version;
        // The id lets a reader that is cut off before the first event report what it has seen.
        return [...news, { type: 'progress', id: String(progress.version), data: progress, retry: 2000 }];
      }),
      mergeMap((messages) => messages),
    );
  }

  private async happened(id: string, seen: number | undefined, version: number): Promise<MessageEvent[]> {
    if (seen === undefined || seen >= version) return [];
    const events = await this.events.since(id, seen);
    return events
      .filter((event) => event.version! <= version)
      .map(({ version: of, act, state, at }) => ({
        type: 'happened',
        id: String(of),
        data: { version: of, act, state, at },
      }));
  }

  private shared(id: string): Observable<Progress> {
    const known = this.feeds.get(id);
    if (known) return known;
    let tookMs = 0;
    const feed = defer(async () => {
      const began = performance.now();
      const seen = await this.look(id);
      tookMs = performance.now() - began;
      return seen;
    }).pipe(
      // While the database is unavailable the stream stays open. It continues when the database is back.
      retry({ delay: (error: unknown) => (databaseFault(error) ? timer(awayMs) : throwError(() => error)) }),
      repeat({ delay: () => timer(Math.max(everyMs, tookMs / maxTimeShare)) }),
      takeWhile(
        ({ state, percent, report }) => !over.has(state) || (report.planned > 0 && percent < 100),
        true,
      ),
      finalize(() => this.feeds.delete(id)),
      share(),
    );
    this.feeds.set(id, feed);
    return feed;
  }

  private async look(id: string): Promise<Progress> {
    const broadcast = await this.broadcasts.get(id);
    const progress = await this.ledger.progress(broadcast);
    const { state, planned, version } = broadcast;
    return { state, version, percent: planned === undefined ? 0 : percentOf(progress.report), ...progress };
  }
}
