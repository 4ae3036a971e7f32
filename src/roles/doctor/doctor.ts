import { StartRefused } from '../../platform/processes/start-refused.js';
import { takesNothing } from '../command-line.js';
import { findDatabase, type FoundDatabase } from '../find-database.js';
import type { RoleContext } from '../role.js';
import { examineAudit } from './examine-audit.js';
import { examineDatabase } from './examine-database.js';
import { examineEmbedded } from './examine-embedded.js';
import { examineLedger } from './examine-ledger.js';
import { examineProvider } from './examine-provider.js';
import { examineQueue } from './examine-queue.js';
import { examineSessions } from './examine-sessions.js';
import { examineSettings } from './examine-settings.js';
import { examineWorkers } from './examine-workers.js';
import { well, type Finding } from './finding.js';

const marks = { well: 'ok  ', advice: 'note', ill: 'BAD ' } as const;

/** Looks at everything the program needs, changes nothing, and says how to mend what is wrong. */
export async function runDoctor({ args, env }: RoleContext): Promise<void> {
  takesNothing(args, 'budkavle doctor');
  const found = await findDatabase(env);
  const { config } = found;
  show([well(`Node ${process.versions.node}`), well('The settings can be read')]);
  // Without DATABASE_URL it is the demo that starts.
  const settings = examineSettings(config, { isDemo: config.get('DEMO') || found.database !== 'given' });
  const others = (
    await Promise.all([
      examineStores(found),
      examineQueue(config),
      examineProvider(config, { isAtRest: found.database === 'at-rest' }),
    ])
  ).flat();
  const findings = [...settings, ...others];
  show(findings);
  const ailing = findings.filter(({ kind }) => kind === 'ill').length;
  if (ailing > 0)
    throw new StartRefused(`\n${ailing === 1 ? 'One thing is' : `${ailing} things are`} wrong.`);
  console.log('\nAll is well.');
}

async function examineStores(found: FoundDatabase): Promise<Finding[]> {
  if (found.database === 'at-rest') return examineEmbedded(found.folder);
  const { config } = found;
  const where =
    found.database === 'running'
      ? [well(`The embedded database runs, with its data in ${found.folder}, since DATABASE_URL is not set`)]
      : [];
  return [
    ...where,
    ...(await examineDatabase(config)),
    ...(found.database === 'given' ? await examineSessions(config) : []),
    ...(await examineAudit(config)),
    ...(await examineWorkers(config)),
    ...(await examineLedger(config)),
  ];
}

function show(findings: readonly Finding[]): void {
  for (const finding of findings) {
    console.log(`${marks[finding.kind]}  ${finding.what}`);
    if (finding.kind !== 'well') console.log(`      → ${finding.mend}`);
  }
}
