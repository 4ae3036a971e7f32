import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { ownSlug } from './own-slug.js';
import { requireOriginal, requireOwnName } from './require-own-name.js';
import { requireSound } from './require-sound.js';
import type { TemplateContent } from './template.js';
import { TemplatesRepository } from './templates.repository.js';

/** Staff add a template of their own. */
@Injectable()
export class CreateTemplate {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its id
   * @throws staff.role-required, template.name-taken, template.original-unknown, and what `requireSound` throws
   */
  async run(content: TemplateContent, member: Member): Promise<string> {
    requireMay(member, 'template.write');
    requireSound(content);
    return this.templates.alone(async (tx) => {
      const others = await this.templates.list({}, tx);
      requireOwnName(content, others);
      requireOriginal(content, others);
      const slug = ownSlug(content.name.sv, new Set(others.map((other) => other.slug)));
      const id = newId(this.clock.now());
      const first = { content, act: 'written', at: this.clock.now(), memberId: member.id } as const;
      await this.templates.add({ id, slug }, first, tx);
      const entry = {
        memberId: member.id,
        action: 'template.create',
        subject: id,
        detail: { slug, content },
      };
      await this.audit.record(entry, tx);
      return id;
    });
  }
}
