import { RemoveMember } from '../staff/remove-member.js';
import { CommandLineWrong, readCommandLine } from './command-line.js';
import type { Work } from './command.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle remove-member --email anna.ek@example.se

  Somebody leaves: they are signed out at once and their key is void. Their name stays on what they did.
  If they come back: add-member with the same e-mail.`;

/** @throws staff.no-such-member */
export function removeMember(argv: readonly string[]): Work {
  const email = emailOf(argv);
  return async (config) => {
    await withRegisters(config, (app) => app.get(RemoveMember, { strict: false }).run(email));
    console.log(`${email} can no longer sign in.`);
  };
}

function emailOf(argv: readonly string[]): string {
  const { email } = readCommandLine(argv, usage, { options: { email: { type: 'string' } } }).values;
  if (email?.includes('@')) return email;
  throw new CommandLineWrong(usage, 'It needs --email.');
}
