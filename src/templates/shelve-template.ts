import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { requireOwnName } from './require-own-name.js';
import { NoSuchTemplate, type TemplateState } from './template.js';
import { TemplatesRepository } from './templates.repository.js';

const acts = { archived: 'template.archive', active: 'template.restore' } as const satisfies Record<
  TemplateState,
  string
>;

/** Archives a template, so that nobody is offered it, or restores it. Safe to repeat. */
@Injectable()
export class ShelveTemplate {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws staff.role-required, template.not-found, template.name-taken when another has its name meanwhile */
  async run(id: string, state: TemplateState, member: Member): Promise<void> {
    requireMay(member, 'template.write');
    await this.templates.alone(async (tx) => {
      const others = await this.templates.list({}, tx);
      const template = others.find((other) => other.id === id);
      if (!template) throw NoSuchTemplate();
      if (template.state === state) return;
      if (state === 'active') requireOwnName(template.content, others, id);
      await this.templates.setState(id, state, tx);
      await this.audit.record({ memberId: member.id, action: acts[state], subject: id }, tx);
    });
  }
}
