import { Injectable } from '@nestjs/common';
import { estimate } from '../audiences/estimate.js';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { tariffOf } from '../audiences/tariff.js';
import { DomainError } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import type { Broadcast } from './broadcast.js';

/** Whom a broadcast would reach now, and what that would cost. */
@Injectable()
export class BroadcastPreview {
  constructor(
    private readonly previewAudience: PreviewAudience,
    private readonly config: Config,
  ) {}

  async run(broadcast: Broadcast) {
    try {
      const { reached, ...preview } = await this.previewAudience.run(broadcast.audience, broadcast.channels);
      return {
        preview,
        estimate: estimate(reached, broadcast.texts, tariffOf(this.config, broadcast.audience)),
      };
    } catch (error) {
      // A place that is gone since the draft was written: the page must still open, to choose another.
      if (error instanceof DomainError) return { audienceProblem: { code: error.code, ...error.wording } };
      throw error;
    }
  }
}
