import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import { HireMember, type Hiring } from '../staff/hire-member.js';
import { roles } from '../staff/member.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle add-member --name "Anna Ek" --email anna.ek@example.se --department "Vatten och avlopp" --roles author,approver

  Lets somebody sign in, and prints the key to do it with, once. The same e-mail again: the department, roles and key
  that are given now hold, and the old key is void. Roles: ${roles.join(', ')}.
  Two people are needed for an alert: one writes, another approves. Whoever leaves: remove-member.`;

/** @throws staff.no-such-role */
export async function runAddMember(config: Config, argv: readonly string[]): Promise<void> {
  const hiring = hiringOf(argv);
  const key = await withRegisters(config, (app) => app.get(HireMember, { strict: false }).run(hiring));
  console.log(
    `${hiring.name} signs in at ${config.publicUrl}/console/ with this key, which is shown once:\n\n  ${key}\n`,
  );
}

function hiringOf(argv: readonly string[]): Hiring {
  const text = { type: 'string' } as const;
  try {
    const {
      name,
      email,
      department,
      roles: given,
    } = parseArgs({
      args: [...argv],
      options: { name: text, email: text, department: text, roles: text },
    }).values;
    if (name?.trim() && email?.includes('@') && department?.trim() && given)
      return { name, email, department, roles: given.split(',').map((role) => role.trim()) };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartRefused(usage);
}
