import { Injectable } from '@nestjs/common';
import { refusal } from '../kernel/refusal.js';
import { AllowancesRepository } from '../platform/allowances/allowances.repository.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { isArea, type Audience } from './audience.js';
import { PreviewAudience, type AudiencePreview } from './preview-audience.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';

const TooManyPreviews = refusal('audience.too-many-previews', 'too-many', {
  sv: 'Du har räknat många urval på kort tid. Försök igen om {minutes} minuter.',
  en: 'You have counted many audiences in a short time. Try again in {minutes} minutes.',
});

/** For one member: more than anybody chooses by hand, but far less than it takes to try each house of a town. */
const allowance = { scope: 'preview', holds: 300, minutes: 10 };
/** A count of fewer addresses than this is a look at individual homes. */
const fewAddresses = 20;
/** Maximum characters of an audience in the audit log; a drawn area may have thousands of vertices. */
const maxEntries = 2_000;

/**
 * Counts an audience for a member before there is a broadcast. Limited per member; a count of few addresses is recorded
 * in the audit log.
 */
@Injectable()
export class LookAtAudience {
  constructor(
    private readonly previewAudience: PreviewAudience,
    private readonly allowances: AllowancesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws staff.role-required, audience.too-many-previews, and everything that {@link PreviewAudience.run} throws */
  async run(audience: Audience, channels: ChannelChoice, member: Member): Promise<AudiencePreview> {
    requireMay(member, 'audience.preview');
    const key = this.allowances.hash('member', member.id);
    await this.allowances.take([{ ...allowance, key }], (_, minutes) => TooManyPreviews({ minutes }));
    const preview = await this.previewAudience.run(audience, channels);
    // After the count, so that the audit log's lock is held only for its own statement.
    if (isArea(audience) && preview.addresses < fewAddresses)
      await this.recordFew(audience, preview.addresses, member);
    return preview;
  }

  private async recordFew(audience: Audience, addresses: number, { id: memberId }: Member): Promise<void> {
    const isShort = JSON.stringify(audience).length <= maxEntries;
    const detail = { addresses, ...(isShort ? { audience } : {}) };
    await this.audit.record({ memberId, action: 'audience.preview', subject: 'audience', detail });
  }
}
