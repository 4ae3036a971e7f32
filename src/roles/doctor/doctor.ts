import { StartRefused } from '../../platform/processes/start-refused.js';
import { CommandLineWrong, readCommandLine } from '../command-line.js';
import { findDatabase, type FoundDatabase } from '../find-database.js';
import type { RoleContext } from '../role.js';
import type { NotedHead } from '../../staff/audit-log.js';
import { examineAudit } from './examine-audit.js';
import { examineBrand } from './examine-brand.js';
import { examineDatabase } from './examine-database.js';
import { examineEmbedded } from './examine-embedded.js';
import { examineLedger } from './examine-ledger.js';
import { examineProvider } from './examine-provider.js';
import { examineQueue } from './examine-queue.js';
import { examineReceipts } from './examine-receipts.js';
import { examineRotaCalendar } from './examine-rota-calendar.js';
import { examineSessions } from './examine-sessions.js';
import { examineSocial } from './examine-social.js';
import { examineNames, examineSettings } from './examine-settings.js';
import { examineWebhooks } from './examine-webhooks.js';
import { examineWorkers } from './examine-workers.js';
import { problem, ok, type Finding } from './finding.js';

const marks = { ok: 'ok  ', advice: 'note', problem: 'BAD ' } as const;

const usage = `budkavle doctor [--audit-head ENTRY:HASH]

  --audit-head  the head of the audit log as an earlier run printed it: is it still in the log?`;

function readNotedHead(args: readonly string[]): NotedHead | undefined {
  const { values } = readCommandLine(args, usage, { options: { 'audit-head': { type: 'string' } } });
  const noted = values['audit-head'];
  if (noted === undefined) return undefined;
  const [, entry, hash] = /^([1-9]\d{0,14}):([0-9a-f]{16,64})$/i.exec(noted.trim()) ?? [];
  if (!entry || !hash)
    throw new CommandLineWrong(usage, `--audit-head: write it as it was printed, 12:0a1b…, not ${noted}.`);
  return { entry: Number(entry), hash };
}

/** Checks everything the program needs, changes nothing, and says how to fix problems. */
export async function runDoctor({ args, env }: RoleContext): Promise<void> {
  const noted = readNotedHead(args);
  const found = await findDatabase(env);
  const { config } = found;
  show([ok(`Node ${process.versions.node}`), ok('The settings can be read'), ...examineNames(env)]);
  // Without DATABASE_URL, `npm start` runs the demo.
  const settings = examineSettings(config, { isDemo: config.get('DEMO') || found.database !== 'given' });
  const others = (
    await Promise.all([
      examineBrand(config),
      examineStores(found, noted),
      examineQueue(config),
      examineProvider(config, { isAtRest: found.database === 'at-rest' }),
    ])
  ).flat();
  const findings = [...settings, ...others];
  show(findings);
  const problems = findings.filter(({ kind }) => kind === 'problem').length;
  if (problems > 0)
    throw new StartRefused(`\n${problems === 1 ? 'One thing is' : `${problems} things are`} wrong.`);
  console.log('\nAll is well.');
}

async function examineStores(found: FoundDatabase, noted?: NotedHead): Promise<Finding[]> {
  if (found.database === 'at-rest') {
    const unread = problem(
      'The audit log can’t be read',
      'Start the embedded database with `npm start`, then ask again',
    );
    return [...(await examineEmbedded(found.folder)), ...(noted ? [unread] : [])];
  }
  const { config } = found;
  const where =
    found.database === 'running'
      ? [ok(`The embedded database runs, with its data in ${found.folder}, since DATABASE_URL is not set`)]
      : [];
  return [
    ...where,
    ...(await examineDatabase(config)),
    ...(found.database === 'given' ? await examineSessions(config) : []),
    ...(await examineAudit(config, noted)),
    ...(await examineWorkers(config)),
    ...(await examineLedger(config)),
    ...(await examineReceipts(config)),
    ...(await examineRotaCalendar(config)),
    ...(await examineWebhooks(config)),
    ...(await examineSocial(config)),
  ];
}

function show(findings: readonly Finding[]): void {
  for (const finding of findings) {
    console.log(`${marks[finding.kind]}  ${finding.what}`);
    if (finding.kind !== 'ok') console.log(`      → ${finding.fix}`);
  }
}
