import { HireMember, type Hiring } from '../staff/hire-member.js';
import { roles } from '../staff/member.js';
import { CommandLineWrong, readCommandLine } from './command-line.js';
import type { Work } from './command.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle add-member --name "Anna Ek" --email anna.ek@example.se --department "Vatten och avlopp" --roles author,approver --phone "070-174 06 05"

  Lets somebody sign in, and prints the key to do it with, once. The same e-mail again: the department, roles and key
  that are given now hold, and the old key is void. Roles: ${roles.join(', ')}.
  --phone may be left out: it is where the program texts an approver that something waits.
  Two people are needed for an alert: one writes, another approves. Whoever leaves: remove-member.`;

/** @throws staff.no-such-role */
export function addMember(argv: readonly string[]): Work {
  const hiring = hiringOf(argv);
  return async (config) => {
    const key = await withRegisters(config, (app) => app.get(HireMember, { strict: false }).run(hiring));
    console.log(
      `${hiring.name} signs in at ${config.publicUrl}/console/ with this key, which is shown once:\n\n  ${key}\n`,
    );
  };
}

function hiringOf(argv: readonly string[]): Hiring {
  const text = { type: 'string' } as const;
  const options = { name: text, email: text, department: text, roles: text, phone: text };
  const { name, email, department, roles: given, phone } = readCommandLine(argv, usage, { options }).values;
  if (name?.trim() && email?.includes('@') && department?.trim() && given)
    return { name, email, department, roles: given.split(',').map((role) => role.trim()), phone };
  throw new CommandLineWrong(usage, 'It needs --name, --email, --department and --roles.');
}
