import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Brand } from '../../platform/brand/brand.js';
import { lookWith } from '../../platform/brand/kept-look.js';
import { Log } from '../../platform/logging/log.js';
import { publishingEvents } from '../log-events.js';
import { LookRepository } from './look.repository.js';

/** Milliseconds between two looks at what the console keeps. */
const interval = 2_000;

/** Gives this process the look that the console keeps, whichever process saved it. */
@Injectable()
export class FollowLook implements OnModuleDestroy {
  private readonly log = new Log('publishing', publishingEvents);
  private shown = 0;
  private timer: NodeJS.Timeout | undefined;
  private hasFailed = false;

  constructor(
    private readonly looks: LookRepository,
    private readonly brand: Brand,
  ) {}

  /** Reads it now, and from then on every other second. Never throws. */
  async start(): Promise<void> {
    await this.look();
    this.timer = setTimeout(() => void this.start(), interval).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  /** Shows what is kept now. @throws what the database throws */
  async refresh(): Promise<void> {
    if ((await this.looks.version()) === this.shown) return;
    const kept = await this.looks.get();
    if (!kept) return;
    this.brand.change(lookWith(this.brand, kept));
    this.shown = kept.version;
  }

  private async look(): Promise<void> {
    try {
      await this.refresh();
      this.hasFailed = false;
    } catch (err) {
      // The last look stays.
      if (!this.hasFailed) this.log.write('look.not-read', { err });
      this.hasFailed = true;
    }
  }
}
