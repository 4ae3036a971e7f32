import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { changesBetween } from './changes-between.js';
import { requireOwnName } from './require-own-name.js';
import { NoSuchTemplate, requireEditable } from './template.js';
import { TemplatesRepository } from './templates.repository.js';

const NotShipped = refusal('template.not-shipped', 'conflict', {
  sv: 'Mallen följde inte med programmet, så det finns inget att återställa till.',
  en: 'The template did not come with the program, so there is nothing to reset it to.',
});

/** Puts the text that came with the program back in use, as a new version. */
@Injectable()
export class ResetTemplate {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws staff.role-required, template.not-found, template.not-shipped, template.changed-meanwhile,
   *   template.archived, template.name-taken
   */
  async run(id: string, versionRead: number, member: Member): Promise<void> {
    requireMay(member, 'template.write');
    await this.templates.alone(async (tx) => {
      const others = await this.templates.list({}, tx);
      const template = others.find((other) => other.id === id);
      if (!template) throw NoSuchTemplate();
      const { shipped } = template;
      if (!shipped) throw NotShipped();
      requireEditable(template, versionRead);
      requireOwnName(shipped, others, id);
      const changes = changesBetween(template.content, shipped);
      if (Object.keys(changes).length === 0) return;
      const next = { content: shipped, act: 'reset', at: this.clock.now(), memberId: member.id } as const;
      await this.templates.renew(template, next, tx);
      const detail = { version: template.version + 1, changes };
      await this.audit.record({ memberId: member.id, action: 'template.reset', subject: id, detail }, tx);
    });
  }
}
