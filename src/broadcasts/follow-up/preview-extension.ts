import { Injectable } from '@nestjs/common';
import type { Audience } from '../../audiences/audience.js';
import { LookAtAudience } from '../../audiences/look-at-audience.js';
import type { AudiencePreview } from '../../audiences/preview-audience.js';
import type { Member } from '../../staff/member.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { audienceOf, follow } from './follow-up.js';

/** Whom an extension would reach now. Those who have had the alert are reported and left out, as when it is sent. */
@Injectable()
export class PreviewExtension {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly look: LookAtAudience,
  ) {}

  /**
   * @param id the broadcast to extend; its choice of channels applies
   * @throws broadcast.not-found, broadcast.nothing-to-follow, broadcast.nothing-to-extend, broadcast.area-required,
   *   broadcast.called-off, broadcast.corrected, and everything that {@link LookAtAudience.run} throws
   */
  async run(id: string, chosen: Audience, member: Member): Promise<Omit<AudiencePreview, 'told'>> {
    const earlier = await this.broadcasts.get(id);
    const follows = follow(earlier, 'extension');
    const audience = audienceOf(follows, earlier, chosen);
    await this.broadcasts.requireExtendable(follows);
    const { told: _, ...preview } = await this.look.run(audience, earlier.channels, member);
    return preview;
  }
}
