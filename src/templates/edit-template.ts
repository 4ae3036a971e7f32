import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { changesBetween } from './changes-between.js';
import { requireOriginal, requireOwnName } from './require-own-name.js';
import { requireSound } from './require-sound.js';
import { NoSuchTemplate, requireEditable, type TemplateContent } from './template.js';
import { TemplatesRepository } from './templates.repository.js';

/** Staff write a new version of a template. A text that changes loses its review. */
@Injectable()
export class EditTemplate {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param versionRead what the change was made from
   * @throws staff.role-required, template.not-found, template.changed-meanwhile, template.archived,
   *   template.name-taken, template.original-unknown, and what `requireSound` throws
   */
  async run(id: string, content: TemplateContent, versionRead: number, member: Member): Promise<void> {
    requireMay(member, 'template.write');
    requireSound(content);
    await this.templates.alone(async (tx) => {
      const others = await this.templates.list({}, tx);
      const template = others.find((other) => other.id === id);
      if (!template) throw NoSuchTemplate();
      requireEditable(template, versionRead);
      requireOwnName(content, others, id);
      requireOriginal(content, others, id);
      const changes = changesBetween(template.content, content);
      if (Object.keys(changes).length === 0) return;
      const next = { content, act: 'written', at: this.clock.now(), memberId: member.id } as const;
      await this.templates.renew(template, next, tx);
      const detail = { version: template.version + 1, changes };
      await this.audit.record({ memberId: member.id, action: 'template.edit', subject: id, detail }, tx);
    });
  }
}
