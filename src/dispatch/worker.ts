import { hostname } from 'node:os';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { lanes } from '../kernel/lanes.js';
import { Config } from '../platform/config/config.js';
import { Doorbell } from '../platform/queue/doorbell.js';
import { Log } from '../platform/logging/log.js';
import { SendGate } from './gap/send-gate.js';
import { dispatchEvents } from './log-events.js';
import { Providers } from './providers/providers.js';
import { SendLoop } from './sending/send-loop.js';
import { SendLoopFactory } from './sending/send-loop-factory.js';
import { sendersOf } from './senders/senders.js';
import { Upkeep } from './upkeep.js';

/** The work of a worker process: one send loop per sender, the upkeep of the ledger, and listening for doorbells. */
@Injectable()
export class Worker implements BeforeApplicationShutdown {
  private readonly log = new Log('worker', dispatchEvents);
  private loops: SendLoop[] = [];
  private stopping = false;
  private started: Promise<void> = Promise.resolve();

  constructor(
    private readonly factory: SendLoopFactory,
    private readonly upkeep: Upkeep,
    private readonly doorbell: Doorbell,
    private readonly config: Config,
    private readonly providers: Providers,
    private readonly gate: SendGate,
  ) {}

  start(): void {
    const name = `${hostname()}-${process.pid}`;
    this.loops = sendersOf(this.config).map((sender) => this.factory.make(sender, name));
    this.started = this.gate.start(name).then(() => {
      if (!this.stopping) for (const loop of this.loops) loop.start();
    });
    this.upkeep.start();
    for (const lane of [...lanes, 'verification']) {
      this.doorbell.answer(`broadcast-${lane}`, () => {
        for (const loop of this.loops) loop.wake();
        return Promise.resolve();
      });
    }
    this.log.write('worker.started', { worker: name });
  }

  /** Finishes the current window and releases all claims. This must happen before the database connection closes. */
  async beforeApplicationShutdown(): Promise<void> {
    // In parallel: each part may have to wait for an answer of the provider. Look-ups hold no claims, so they are
    // aborted: several look-ups of a slow provider in turn would take longer than a worker has to shut down.
    this.stopping = true;
    const parts = [
      ...this.loops.map((loop) => loop.stop()),
      this.upkeep.stop(),
      this.gate.stop(),
      this.started,
    ];
    this.providers.stopLookUps();
    await Promise.all(parts);
    await this.providers.close();
  }
}
