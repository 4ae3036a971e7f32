import { parseArgs } from 'node:util';
import { StartRefused } from '../platform/processes/start-refused.js';

/** A number and why it is asked for, as both commands about one person take them. */
export function personOf(
  argv: readonly string[],
  usage: string,
): { readonly phone: string; readonly reason: string; readonly yes: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { reason: { type: 'string' }, yes: { type: 'boolean', default: false } },
    });
    const [phone, ...more] = positionals;
    const reason = values.reason?.trim();
    if (phone && reason && more.length === 0) return { phone, reason, yes: values.yes };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartRefused(usage);
}
