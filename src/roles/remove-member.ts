import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import { RemoveMember } from '../staff/remove-member.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle remove-member --email anna.ek@example.se

  Somebody leaves: they are signed out at once and their key is void. Their name stays on what they did.
  If they come back: add-member with the same e-mail.`;

/** @throws staff.no-such-member */
export async function runRemoveMember(config: Config, argv: readonly string[]): Promise<void> {
  const email = emailOf(argv);
  await withRegisters(config, (app) => app.get(RemoveMember, { strict: false }).run(email));
  console.log(`${email} can no longer sign in.`);
}

function emailOf(argv: readonly string[]): string {
  try {
    const { email } = parseArgs({ args: [...argv], options: { email: { type: 'string' } } }).values;
    if (email?.includes('@')) return email;
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartRefused(usage);
}
