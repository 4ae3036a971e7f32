import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { requirePlainName, tidyName } from '../../kernel/plain-name.js';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog } from '../audit-log.js';
import { requireOwnLook } from '../hire-member.js';
import type { Member } from '../member.js';
import { MembersRepository } from '../members.repository.js';
import type { RoleMapping } from './role-mapping.js';
import type { RoleMappingsBody } from './role-mapping-answers.js';
import { RoleMappingsRepository, versionOf } from './role-mappings.repository.js';

const MappedTwice = refusal('role-mapping.twice', 'invalid', {
  sv: 'Värdet {value} står två gånger.',
  en: 'The value {value} stands twice.',
});

const MeansNothing = refusal('role-mapping.empty', 'invalid', {
  sv: 'Värdet {value} ger varken roll eller förvaltning.',
  en: 'The value {value} gives neither a role nor a department.',
});

const ChangedByOthers = refusal('role-mapping.changed', 'conflict', {
  sv: 'Någon annan har ändrat tabellen. Läs in den igen och gör om din ändring.',
  en: 'Somebody else has changed the table. Reload it and make your change again.',
});

type Body = z.infer<typeof RoleMappingsBody>;

/** Says what the values of the identity provider's claim mean here. It counts at each person's next sign-in. */
@Injectable()
export class ChangeRoleMappings {
  constructor(
    private readonly mappings: RoleMappingsRepository,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws role-mapping.twice, role-mapping.empty, role-mapping.changed, name.unseen-character, name.look-alike,
   *   staff.department-alike
   */
  async run({ version, mappings }: Body, member: Member): Promise<void> {
    const values = mappings.map(({ value }) => value);
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined) throw MappedTwice({ value: twice });
    const empty = mappings.find(({ roles, department }) => roles.length === 0 && department === undefined);
    if (empty) throw MeansNothing({ value: empty.value });
    await this.mappings.atomically(async (tx) => {
      await this.mappings.waitTurn(tx);
      const before = await this.mappings.list(tx);
      if (versionOf(before) !== version) throw ChangedByOthers();
      const after: RoleMapping[] = [];
      for (const { value, roles, department } of mappings)
        after.push({
          value,
          roles,
          departmentId: department === undefined ? undefined : await this.departmentOf(department, tx),
        });
      await this.mappings.replace(after, tx);
      const detail = { before: before.map(tellable), after: after.map(tellable) };
      await this.audit.record(
        { memberId: member.id, action: 'role-mapping.change', subject: 'role-mapping', detail },
        tx,
      );
    });
  }

  private async departmentOf(typed: string, tx: EntityManager): Promise<string> {
    const name = tidyName(typed);
    requirePlainName(name);
    requireOwnLook(name, await this.members.departmentNames(tx));
    return this.members.ensureDepartment(name, undefined, tx);
  }
}

const tellable = ({ value, roles, departmentId }: RoleMapping) => ({ value, roles, departmentId });
