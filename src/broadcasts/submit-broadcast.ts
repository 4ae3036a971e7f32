import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isArea } from '../audiences/audience.js';
import type { PublishedArea } from '../audiences/published-area/published-area.js';
import { PublishedAreas } from '../audiences/published-area/published-areas.js';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import type { SettledPoint } from '../messages/checklist/settle-points.js';
import { textToSay } from '../messages/voice-script.js';
import { Config } from '../platform/config/config.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { may } from '../staff/rights.js';
import { requireAllowed, requireExpiry, transitions, type Broadcast, type Follows } from './broadcast.js';
import { BroadcastChecklist, checklistEntry } from './checklist/broadcast-checklist.js';
import { requireRightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { contentHash } from './content-hash.js';
import { requireGoesOn } from './follow-up/goes-on.js';
import { requireAfterAlert, requireSameKind } from './schedule/reminder.js';
import { Reminders } from './schedule/reminders.js';
import { requireStart } from './schedule/schedule.js';

const NobodyThere = refusal('broadcast.nobody-there', 'invalid', {
  sv: 'Utskicket når ingen: inga telefoner finns i urvalet.',
  en: 'The broadcast reaches nobody: there are no phones in the audience.',
});
export const TooManyForRole = refusal('broadcast.too-many-for-role', 'forbidden', {
  sv: 'Utskicket når {count} telefoner. Fler än {most} får bara en systemägare eller tjänsteman i beredskap lämna in.',
  en: 'The broadcast reaches {count} phones. More than {most} may only be submitted by a service owner or a duty officer.',
});
export const CountRequired = refusal('broadcast.count-required', 'invalid', {
  sv: 'Utskicket når {count} telefoner. Skriv antalet för att bekräfta.',
  en: 'The broadcast reaches {count} phones. Type the number to confirm.',
});
const CountDiffers = refusal('broadcast.count-differs', 'conflict', {
  sv: 'Du angav {given}, men utskicket når {count} telefoner.',
  en: 'You gave {given}, but the broadcast reaches {count} phones.',
});

const NoReadableText = refusal('voice.no-readable-text', 'invalid', {
  sv: 'Ingen röst kan läsa upp något av språken i meddelandet, och fasta telefoner får ett samtal. Lägg till en text på svenska eller engelska.',
  en: 'No voice can read any of the languages of the message, and landlines get a call. Add a text in Swedish or English.',
});

/** Submits a broadcast to a second person, with the count that both will see. */
@Injectable()
export class SubmitBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly reminders: Reminders,
    private readonly preview: PreviewAudience,
    private readonly areas: PublishedAreas,
    private readonly checklist: BroadcastChecklist,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Submits a broadcast, with its reminder.
   *
   * @param typedCount the number of phones as the submitter typed it; required for a person (not a program) above
   *   TYPE_COUNT_ABOVE
   * @throws broadcast.nobody-there, broadcast.too-many-for-role, broadcast.count-required, broadcast.count-differs,
   *   broadcast.placeholder-unfilled, broadcast.checklist-open, voice.no-readable-text, broadcast.wrong-state,
   *   broadcast.expired, broadcast.called-off, broadcast.corrected, broadcast.goes-with-alert, and everything that
   *   `requireStart`, `requireGoesOn`, `reminder.ts` and the audience's check throws
   */
  async run(id: string, submitter: Member, typedCount?: number): Promise<Broadcast> {
    requireRightTo('submission', submitter);
    const broadcast = await this.broadcasts.get(id);
    requireAllowed(broadcast, 'submission');
    const now = this.clock.now();
    await this.reminders.requireOwnStep(broadcast, 'submission');
    if (broadcast.follows) await this.requireStillFits(broadcast, broadcast.follows);
    const points = await this.requireReady(broadcast, now);
    const areaVersions = await this.preview.areaVersions(broadcast.audience);
    const count = await this.countOf(broadcast);
    const publishedArea = await this.publishedAreaOf(broadcast);
    const most = this.config.get('AUTHOR_MOST_PHONES');
    if (count > most && !may(submitter, 'broadcast.submit-to-many')) throw TooManyForRole({ count, most });
    if (typedCount !== undefined && typedCount !== count) throw CountDiffers({ given: typedCount, count });
    const mustType = submitter.via === 'session' && count > this.config.get('TYPE_COUNT_ABOVE');
    if (mustType && typedCount === undefined) throw CountRequired({ count });
    const submission = {
      state: transitions.submission.to,
      submittedBy: submitter.id,
      submittedAt: now,
      submittedCount: count,
      // Clears the decision on an earlier submission.
      decidedBy: undefined,
      decidedAt: undefined,
      decisionNote: undefined,
    };
    const reminder = await this.readyReminder(broadcast, now);
    const entryOf = (one: Broadcast, met: readonly SettledPoint[]) => ({
      memberId: submitter.id,
      action: 'broadcast.submission',
      subject: one.id,
      detail: { count, ...checklistEntry(one, met) },
    });
    const entries = [
      entryOf(broadcast, points),
      ...(reminder ? [entryOf(reminder.broadcast, reminder.points)] : []),
    ];
    return this.db.transaction(async (tx) => {
      const submit = (one: Broadcast, areas: Pick<Broadcast, 'areaVersions' | 'publishedArea'> = {}) =>
        this.broadcasts.update(
          one,
          { ...submission, contentHash: contentHash(one, count), ...areas },
          { act: 'submission', by: submitter.id, count },
          tx,
        );
      const submitted = await submit(broadcast, { areaVersions, publishedArea });
      if (reminder) await submit(reminder.broadcast);
      await this.audit.recordAll(entries, tx);
      return submitted;
    });
  }

  private async requireStillFits(broadcast: Broadcast, follows: Follows): Promise<void> {
    await this.broadcasts.requireExtendable(follows);
    requireGoesOn(broadcast, await this.broadcasts.get(follows.id), follows.relation);
  }

  /** @throws broadcast.nobody-there */
  private async countOf({ audience, channels, webOnly }: Broadcast): Promise<number> {
    if (webOnly) return 0;
    const { phones } = await this.preview.run(audience, channels);
    const count = Object.values(phones).reduce((sum, some) => sum + some, 0);
    if (count === 0) throw NobodyThere();
    return count;
  }

  private async publishedAreaOf({ isPublic, audience }: Broadcast): Promise<PublishedArea | undefined> {
    return isPublic && isArea(audience) ? this.areas.of(audience) : undefined;
  }

  private async requireReady(broadcast: Broadcast, now: Date): Promise<SettledPoint[]> {
    requireStart(broadcast, now);
    requireExpiry(broadcast.expiresAt, now, broadcast.startsAt);
    const points = await this.checklist.requireReady(broadcast);
    // Checked for mobiles too: a mobile number may turn out to be a landline.
    if (
      broadcast.kind === 'alert' &&
      !broadcast.webOnly &&
      !textToSay(broadcast.texts, 'sv', this.config.voices)
    )
      throw NoReadableText();
    return points;
  }

  /** The reminder that is submitted with the alert. It reaches the same phones. */
  private async readyReminder(alert: Broadcast, now: Date) {
    const reminder = await this.reminders.of(alert);
    if (!reminder) return undefined;
    requireAfterAlert(reminder, alert);
    requireSameKind(reminder, alert);
    return { broadcast: reminder, points: await this.requireReady(reminder, now) };
  }
}
