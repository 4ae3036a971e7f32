import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { NoSuchTemplate } from './template.js';
import { TemplatesRepository } from './templates.repository.js';
import { reviewOf } from './text-hash.js';

/** Takes back the review of a text that is in use: it was noted by mistake. Safe to repeat. */
@Injectable()
export class WithdrawReview {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws staff.role-required, template.not-found */
  async run(id: string, language: string, member: Member): Promise<void> {
    requireMay(member, 'template.write');
    await this.templates.alone(async (tx) => {
      const template = await this.templates.find(id, tx);
      if (!template) throw NoSuchTemplate();
      const text = template.content.texts.find((each) => each.language === language);
      const review = text && reviewOf(template, text);
      if (!review) return;
      await this.templates.removeReview(id, review, tx);
      const { reviewer, reviewedOn } = review;
      const detail = { version: template.version, language, reviewer, reviewedOn };
      const entry = { memberId: member.id, action: 'template.review-withdrawn', subject: id, detail };
      await this.audit.record(entry, tx);
    });
  }
}
