import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { SystemClock } from '../kernel/clock.js';
import { DomainError } from '../kernel/refusal.js';
import { AddressIntake } from '../places/import/address-intake.repository.js';
import { AddressMembership } from '../places/import/address-membership.repository.js';
import { BackgroundIntake } from '../places/import/background-intake.repository.js';
import { DatasetIntake } from '../places/import/dataset-intake.js';
import { datasetOf } from '../places/import/dataset-of-profile.js';
import type { ReasonCount, RowNote } from '../places/import/import-account.js';
import { ReportUnwritable } from '../places/import/import-refusals.js';
import { ImportDataset } from '../places/import/import-dataset.js';
import { readProfile } from '../places/import/import-profile.js';
import {
  describeExamples,
  describeImport,
  notesAsCsv,
  notesAsJsonLines,
} from '../places/import/import-report.js';
import { PlaceIntake } from '../places/import/place-intake.repository.js';
import type { Config } from '../platform/config/config.js';
import { openDataSource } from '../platform/database/data-source.js';
import { alignMetricReference, migrate } from '../platform/database/migrate.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import { ImportProgressBar, type ProgressOutput } from './import-progress.js';

const usage = `budkavle import <profile> [--data folder] [--dry-run] [--allow-shrink] [--report file]

  <profile>        a YAML or JSON file that says which column of which layer is what
  --data           where the profile's files are (default: beside the profile)
  --dry-run        do everything, tell what would come of it, and change nothing
  --allow-shrink   go on when more than a fifth of what is there is gone from the files
  --report         where the list of rows goes, .csv or .ndjson (default: imports/ in the home folder)
`;

interface Surroundings {
  readonly say?: (text: string) => void;
  readonly progress?: ProgressOutput;
}

const terminal: ProgressOutput = {
  isTerminal: process.stderr.isTTY,
  write: (text) => void process.stderr.write(text),
};

/**
 * Imports what a profile describes, all of it or nothing.
 *
 * @param argv what comes after `import` on the command line
 * @returns 0 when it was taken in, 1 when it was refused, 2 when the command was wrong
 */
export async function runImport(
  config: Config,
  argv: readonly string[],
  { say = (text) => void process.stdout.write(`${text}\n`), progress = terminal }: Surroundings = {},
): Promise<number> {
  const command = commandOf(argv);
  if (!command) {
    say(usage);
    return 2;
  }
  const started = performance.now();
  const bar = new ImportProgressBar(progress);
  let db: DataSource | undefined;
  try {
    const profile = await readProfile(command.profile);
    const folder = command.data ?? path.dirname(command.profile);
    db = await openDataSource({ url: config.get('DATABASE_URL'), pool: 2, migrations });
    await prepare(db, config.get('METRIC_SRID'), say);
    const dataset = await datasetOf(profile, folder);
    const { dryRun, allowShrink } = command;
    const report = path.resolve(command.report ?? reportPath(config.get('BUDKAVLE_HOME'), profile.source));
    // Now, so that a folder nobody may write to is found before anything was imported.
    await mkdir(path.dirname(report), { recursive: true }).catch((error: unknown) => {
      throw ReportUnwritable({ file: report, reason: (error as Error).message });
    });
    const { summary, notes } = await importerOn(db).run({
      ...dataset,
      dryRun,
      allowShrink,
      onProgress: (progress) => {
        bar.show(progress);
      },
    });
    bar.clear();
    say(describeImport(summary));
    if (dryRun) say(`What would change, the first few of each:\n${describeExamples(summary) || '  nothing'}`);
    say(await writeReport(report, notes, summary.reasons));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(dryRun ? `A dry run: nothing was changed (${seconds} s).` : `Done in ${seconds} s.`);
    return 0;
  } catch (error) {
    bar.clear();
    if (!(error instanceof DomainError)) throw error;
    say(error.explain('sv'));
    say(`${error.explain('en')} (${error.code})`);
    say('Nothing was changed.');
    return 1;
  } finally {
    await db?.destroy();
  }
}

/** The same as a role of the program, where a refusal is thrown; what is wrong was said already. */
export async function runImportCommand(config: Config, argv: readonly string[]): Promise<void> {
  if ((await runImport(config, argv)) !== 0) throw new StartRefused('The import was refused.');
}

function commandOf(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'allow-shrink': { type: 'boolean', default: false },
      },
    });
    const [profile, ...more] = positionals;
    if (profile === undefined || more.length > 0) return undefined;
    const { data, report } = values;
    return { profile, data, report, dryRun: values['dry-run'], allowShrink: values['allow-shrink'] };
  } catch {
    return undefined;
  }
}

const importerOn = (db: DataSource): ImportDataset =>
  new ImportDataset(
    db,
    new SystemClock(),
    new DatasetIntake(new PlaceIntake(), new AddressIntake(), new BackgroundIntake()),
    new AddressMembership(),
  );

/**
 * Brings the schema up to date. The metric reference is chosen while there is nothing to move yet; later it is what
 * the table says, so that a setting forgotten in one shell can't move a city.
 */
async function prepare(db: DataSource, wanted: number, say: (text: string) => void): Promise<void> {
  await migrate(db);
  const [there] = await db.query<{ srid: number; filled: boolean }[]>(
    `SELECT Find_SRID(current_schema()::text, 'place', 'geom') AS srid, EXISTS (SELECT FROM place) AS filled`,
  );
  if (there!.srid === wanted) return;
  if (there!.filled)
    say(`METRIC_SRID is ${wanted}, but the places are kept in EPSG:${there!.srid}; that is used.`);
  else await alignMetricReference(db, wanted);
}

const reportPath = (home: string, source: string): string =>
  path.join(home, 'imports', `${source}-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`);

/** The import stands whether or not its list can be written. */
async function writeReport(
  file: string,
  notes: readonly RowNote[],
  reasons: readonly ReasonCount[],
): Promise<string> {
  const lines = /\.(ndjson|jsonl)$/i.test(file)
    ? notesAsJsonLines(notes, reasons)
    : notesAsCsv(notes, reasons);
  try {
    await pipeline(lines, createWriteStream(file));
    return `The list of ${notes.length} rows with their reasons: ${file}`;
  } catch (error) {
    return `The list of rows could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
