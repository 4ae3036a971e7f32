import { Injectable } from '@nestjs/common';
import { isArea } from '../audiences/audience.js';
import { estimate, type Estimate } from '../audiences/estimate.js';
import { PreviewAudience, type AudiencePreview } from '../audiences/preview-audience.js';
import type { PublishedArea } from '../audiences/published-area/published-area.js';
import { PublishedAreas } from '../audiences/published-area/published-areas.js';
import { tariffOf } from '../audiences/tariff.js';
import { Clock } from '../kernel/clock.js';
import { DomainError, type Wording } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import type { Broadcast } from './broadcast.js';
import { RecentAreas } from './publicity/recent-areas.js';
import { HoldForTopic } from './schedule/hold-for-topic.js';

/** The preview of an audience. If there is an `audienceProblem`, it explains why the rest is missing. */
export interface BroadcastLook {
  readonly preview?: Omit<AudiencePreview, 'told'>;
  readonly estimate?: Estimate;
  /** When the hours of its topic begin, if it would wait for them. */
  readonly opensAt?: Date | undefined;
  /** Where the page and the feeds will say that it is. */
  readonly publishedArea?: PublishedArea | undefined;
  readonly audienceProblem?: Wording & { readonly code: string };
}

/** What is only published reaches no phone. */
const nobody: AudiencePreview = {
  phones: { mobile: 0, landline: 0 },
  addresses: 0,
  unreachableAddresses: 0,
  suppressed: {},
  languages: [],
  told: [],
};

/** Whom a broadcast would reach if it were approved now, when, and the cost. */
@Injectable()
export class BroadcastPreview {
  private readonly recent = new RecentAreas();

  constructor(
    private readonly previewAudience: PreviewAudience,
    private readonly areas: PublishedAreas,
    private readonly hold: HoldForTopic,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(broadcast: Broadcast): Promise<BroadcastLook> {
    try {
      const { told, ...preview } = await this.reached(broadcast);
      return {
        preview,
        publishedArea: await this.areaOf(broadcast),
        opensAt: await this.hold.opening(broadcast, this.clock.now()),
        estimate: estimate(
          told,
          broadcast.texts,
          tariffOf(this.config, broadcast.audience),
          this.config.voices,
        ),
      };
    } catch (error) {
      // A place was removed after the draft was written. The page must still open, so that another can be chosen.
      if (error instanceof DomainError) return { audienceProblem: { code: error.code, ...error.wording } };
      throw error;
    }
  }

  private async reached({ audience, channels, webOnly }: Broadcast): Promise<AudiencePreview> {
    if (!webOnly) return this.previewAudience.run(audience, channels);
    await this.previewAudience.check(audience);
    return nobody;
  }

  /** From the submission on it is stored. */
  private async areaOf({ isPublic, audience, publishedArea }: Broadcast): Promise<PublishedArea | undefined> {
    if (publishedArea || !isPublic || !isArea(audience)) return publishedArea;
    return this.recent.get(audience, this.clock.now(), () => this.areas.of(audience));
  }
}
