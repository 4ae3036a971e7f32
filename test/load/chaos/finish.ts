import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Staff } from '../rig/staff.js';
import { endOf, openParts } from './checker/judge-broadcast.js';
import type { Ordered } from './checker/story.js';
import type { DutyOfficer } from './duty-officer.js';
import type { Fleet } from './fleet.js';
import type { SimulatorClient } from './simulator-client.js';

export interface Waiting {
  readonly staff: Staff;
  readonly duty: DutyOfficer;
  readonly fleet: Fleet;
  readonly simulator: SimulatorClient;
  readonly db: DataSource;
  readonly ordered: readonly Ordered[];
  readonly say: (text: string) => void;
  /** When to give up, in milliseconds since 1970. */
  readonly until: number;
}

const lookEveryMs = 1000;
const sayEveryLooks = 10;

/**
 * Waits until every broadcast is over, its report has no open part, no receipt is under way and no worker is frozen.
 *
 * @returns false at the time limit
 */
export async function untilFinal(waiting: Waiting): Promise<boolean> {
  for (let look = 0; Date.now() < waiting.until; look++) {
    // A failed question is asked again: the web may be restarting.
    const open = await whatIsOpen(waiting).catch((error: unknown) => [(error as Error).message]);
    if (open.length === 0) return true;
    if (look % sayEveryLooks === 0) waiting.say(`open: ${open.join('; ')}`);
    await pause(lookEveryMs);
  }
  return false;
}

async function whatIsOpen({ staff, duty, fleet, simulator, db, ordered }: Waiting): Promise<string[]> {
  await duty.startAgain();
  const open: string[] = [];
  for (const { id, name, isCancelled } of ordered) {
    const report = await staff.report(id);
    const parts = openParts.filter((part) => report[part] !== 0).map((part) => `${part} ${report[part]}`);
    if (parts.length > 0) open.push(`${name} ${parts.join(', ')}`);
    else if ((await staff.state(id)) !== endOf({ isCancelled }))
      open.push(`${name} not ${endOf({ isCancelled })}`);
  }
  if (fleet.anyFrozen) open.push('a frozen worker');
  if (open.length > 0) return open;
  const onTheirWay = await simulator.receiptsWaiting();
  const [inbox] = await db.query<{ kept: number }[]>('SELECT count(*)::int AS kept FROM receipt_inbox');
  const receipts = onTheirWay + (inbox?.kept ?? 0);
  return receipts > 0 ? [`${receipts} receipts`] : [];
}
