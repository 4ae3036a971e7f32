import { Injectable } from '@nestjs/common';
import { RefreshReach } from '../directory/refresh-reach.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { KeptCounts } from './kept-counts.repository.js';
import type { ChannelChoice } from './recipients.sql.js';

const choices: readonly ChannelChoice[] = ['mobile-first', 'both'];

/**
 * Counts the whole municipality and its areas before anybody asks: they take longest, and in a crisis there is no time to
 * wait. Corrects what was counted by what has changed since, after which nobody needs to know what was there before.
 */
@Injectable()
export class WarmCounts {
  constructor(
    private readonly counts: AudienceCountsRepository,
    private readonly kept: KeptCounts,
    private readonly reach: RefreshReach,
  ) {}

  /** Does nothing where nothing has changed. */
  async run(): Promise<void> {
    const ids = await this.kept.municipalityAndAreas();
    const wanted = ids.flatMap((id) => choices.map((channels) => ({ places: [id], channels })));
    if (!(await this.kept.areBehind(wanted))) return;
    const newest = await this.kept.newestRefresh();
    await this.kept.correctAhead();
    for (const { places, channels } of wanted) await this.counts.count({ places }, channels);
    await this.kept.forgetBefore(newest);
    await this.reach.forgetWhatWas(newest);
  }
}
