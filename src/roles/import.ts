import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { checksums } from '../../migrations/checksums.js';
import { SystemClock } from '../kernel/clock.js';
import { DomainError } from '../kernel/refusal.js';
import { AddressIntake } from '../places/import/address-intake.repository.js';
import { AddressMembership } from '../places/import/address-membership.repository.js';
import { BackgroundIntake } from '../places/import/background-intake.repository.js';
import { DatasetIntake } from '../places/import/dataset-intake.js';
import { datasetOf } from '../places/import/dataset-of-profile.js';
import type { ReasonCount, RowNote } from '../places/import/import-account.js';
import { DatasetRefused, ReportUnwritable } from '../places/import/import-refusals.js';
import { ImportDataset } from '../places/import/import-dataset.js';
import { readProfile, type ImportProfile } from '../places/import/import-profile.js';
import {
  describeExamples,
  describeImport,
  describeRows,
  notesAsCsv,
  notesAsJsonLines,
} from '../places/import/import-report.js';
import { PlaceIntake } from '../places/import/place-intake.repository.js';
import type { Config } from '../platform/config/config.js';
import { openDataSource } from '../platform/database/data-source.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { alignMetricReference, migrate } from '../platform/database/migrate.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import { CommandLineWrong, readCommandLine } from './command-line.js';
import type { Work } from './command.js';
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
 * Imports the files that a profile describes, all or nothing.
 *
 * @throws CommandLineWrong; StartRefused if the import is refused, after the reason was printed
 */
export async function importPlaces(
  argv: readonly string[],
  { say = (text) => void process.stdout.write(`${text}\n`), progress = terminal }: Surroundings = {},
): Promise<Work> {
  const asked = askedOf(argv);
  const profile = await tellingRefusals(say, () => readProfile(asked.profile));
  return (config) => tellingRefusals(say, () => takeIn(config, profile, asked, { say, progress }));
}

async function takeIn(
  config: Config,
  profile: ImportProfile,
  asked: ReturnType<typeof askedOf>,
  { say, progress }: Required<Surroundings>,
): Promise<void> {
  const started = performance.now();
  const bar = new ImportProgressBar(progress);
  const { dryRun, allowShrink } = asked;
  const db = await openDataSource({
    url: config.directDatabaseUrl,
    pool: poolSizes.migration,
    migrations,
    direct: true,
  });
  try {
    await prepare(db, config.get('METRIC_SRID'), say);
    const dataset = await datasetOf(profile, asked.data ?? path.dirname(asked.profile));
    const report = path.resolve(asked.report ?? reportPath(config.get('BUDKAVLE_HOME'), profile.source));
    // Check the folder now, so that an unwritable one is found before anything is imported.
    await mkdir(path.dirname(report), { recursive: true }).catch((error: unknown) => {
      throw ReportUnwritable({ file: report, reason: (error as Error).message });
    });
    const taking = importerOn(db).run({
      ...dataset,
      dryRun,
      allowShrink,
      onProgress: (progress) => {
        bar.show(progress);
      },
    });
    const { summary, notes } = await taking.catch(async (error: unknown) => {
      bar.clear();
      if (error instanceof DatasetRefused) await tellRows(error, report, say);
      throw error;
    });
    bar.clear();
    say(describeImport(summary));
    if (dryRun) say(`What would change, the first few of each:\n${describeExamples(summary) || '  nothing'}`);
    say(await writeReport(report, notes, summary.reasons));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(dryRun ? `A dry run: nothing was changed (${seconds} s).` : `Done in ${seconds} s.`);
  } finally {
    bar.clear();
    await db.destroy();
  }
}

/** Prints and lists the notes on the rows of a dataset that was refused as a whole: they are the reason. */
async function tellRows(
  { account }: DatasetRefused,
  report: string,
  say: (text: string) => void,
): Promise<void> {
  if (account.layers.length === 0) return;
  say(describeRows(account));
  if (account.notes.length > 0) say(await writeReport(report, account.notes, account.reasons));
}

/**
 * Prints a refusal in both languages: the people who make the files and those who import them may read different ones.
 */
async function tellingRefusals<T>(say: (text: string) => void, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    say(error.explain('sv'));
    say(`${error.explain('en')} (${error.code})`);
    say('Nothing was changed.');
    throw new StartRefused('The import was refused.');
  }
}

function askedOf(argv: readonly string[]) {
  const { values, positionals } = readCommandLine(argv, usage, {
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'allow-shrink': { type: 'boolean', default: false },
    },
  });
  const [profile, ...more] = positionals;
  if (profile === undefined || more.length > 0) throw new CommandLineWrong(usage, 'It needs one profile.');
  const { data, report } = values;
  return { profile, data, report, dryRun: values['dry-run'], allowShrink: values['allow-shrink'] };
}

const importerOn = (db: DataSource): ImportDataset =>
  new ImportDataset(
    db,
    new SystemClock(),
    new DatasetIntake(new PlaceIntake(), new AddressIntake(), new BackgroundIntake()),
    new AddressMembership(),
  );

/**
 * Brings the schema up to date. METRIC_SRID is applied only while there are no places. Later the SRID of the table is
 * used, so that a setting forgotten in one shell can't transform a whole city.
 */
async function prepare(db: DataSource, wanted: number, say: (text: string) => void): Promise<void> {
  await migrate(db, checksums);
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

/** Writes the list of rows. Never throws: the import is valid even if its list can't be written. */
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
