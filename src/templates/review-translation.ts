import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { timeZone } from '../kernel/time-zone.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { NoSuchTemplate, requireUnchanged } from './template.js';
import { TemplatesRepository } from './templates.repository.js';
import { textHash } from './text-hash.js';

const NoSuchLanguage = refusal('template.no-such-language', 'invalid', {
  sv: 'Mallen har ingen text på språket {language}.',
  en: 'The template has no text in {language}.',
});

const ReviewAhead = refusal('template.review-ahead', 'invalid', {
  sv: 'Datumet {date} har inte varit än. Skriv dagen då texten lästes.',
  en: 'The date {date} is in the future. Give the day when the text was read.',
});

export interface TranslationReview {
  readonly language: string;
  /** Who has read it, by name. Often not a member of staff. */
  readonly reviewer: string;
  /** ISO date; today when left out. */
  readonly on?: string | undefined;
  /** The version that was read. */
  readonly version: number;
}

/** Records that a named person has read a translation. */
@Injectable()
export class ReviewTranslation {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws staff.role-required, template.not-found, template.changed-meanwhile, template.no-such-language,
   *   template.review-ahead
   */
  async run(id: string, review: TranslationReview, member: Member): Promise<void> {
    requireMay(member, 'template.write');
    const { language, reviewer, version } = review;
    const today = dayOf(this.clock.now());
    const reviewedOn = review.on ?? today;
    if (reviewedOn > today) throw ReviewAhead({ date: reviewedOn });
    await this.templates.alone(async (tx) => {
      const template = await this.templates.find(id, tx);
      if (!template) throw NoSuchTemplate();
      requireUnchanged(template, version);
      const text = template.content.texts.find((each) => each.language === language);
      if (!text) throw NoSuchLanguage({ language });
      const recorded = { at: this.clock.now(), memberId: member.id };
      await this.templates.recordReview(
        id,
        { language, textHash: textHash(text), reviewer, reviewedOn },
        recorded,
        tx,
      );
      const detail = { version, language, reviewer, reviewedOn };
      await this.audit.record({ memberId: member.id, action: 'template.review', subject: id, detail }, tx);
    });
  }
}

/** ISO date in the municipality's time zone. */
const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
