import { Injectable } from '@nestjs/common';
import { estimate, type Estimate } from '../audiences/estimate.js';
import { PreviewAudience, type AudiencePreview } from '../audiences/preview-audience.js';
import { tariffOf } from '../audiences/tariff.js';
import { DomainError, type Wording } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import type { Broadcast } from './broadcast.js';

/** What a look at its audience gives; an `audienceProblem` is why there is nothing else. */
export interface BroadcastLook {
  readonly preview?: Omit<AudiencePreview, 'reached'>;
  readonly estimate?: Estimate;
  readonly audienceProblem?: Wording & { readonly code: string };
}

/** Whom a broadcast would reach now, and what that would cost. */
@Injectable()
export class BroadcastPreview {
  constructor(
    private readonly previewAudience: PreviewAudience,
    private readonly config: Config,
  ) {}

  async run(broadcast: Broadcast): Promise<BroadcastLook> {
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
