import type { INestApplicationContext } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { AccountsRepository } from '../../staff/oidc/accounts.repository.js';
import { RoleMappingsRepository } from '../../staff/oidc/role-mappings.repository.js';
import { demoMappings, demoMembers, hasDemoAccounts } from './demo-accounts.js';

/** Links the demo's people to their accounts, and says what the values in its directory mean. Safe to repeat. */
export async function ensureDemoAccounts(app: INestApplicationContext): Promise<void> {
  const config = app.get(Config);
  if (!hasDemoAccounts(config)) return;
  const { issuer } = config.identityProvider!;
  const members = app.get(MembersRepository, { strict: false });
  const accounts = app.get(AccountsRepository, { strict: false });
  const mappings = app.get(RoleMappingsRepository, { strict: false });
  await members.atomically(async (tx) => {
    for (const { member, subject } of demoMembers) await accounts.link({ issuer, subject }, member.id, tx);
    if ((await mappings.list(tx)).length > 0) return;
    const rows = [];
    for (const { value, roles, department } of demoMappings)
      rows.push({ value, roles, departmentId: await members.ensureDepartment(department, undefined, tx) });
    await mappings.replace(rows, tx);
  });
}
