import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ImportPhones } from '../directory/registers/import-phones.js';
import { readPhoneProfile } from '../directory/registers/phone-profile.js';
import { UnreadablePhoneFile } from '../directory/registers/read-phone-rows.js';
import { PhoneSourceRefused } from '../directory/registers/replace-phone-source.js';
import { CommandLineWrong, readCommandLine } from './command-line.js';
import type { Work } from './command.js';
import { printPhoneReport, printRefusedRows } from './print-phone-report.js';
import { withRegisters } from './with-registers.js';
import { prepareList, writeRefusedRows } from './write-refused-rows.js';

const usage = `budkavle import-phones <profile.yaml> [--data folder] [--dry-run] [--allow-shrink] [--report file] [--json]

  Takes a CSV file of phones in, as the profile describes it, in place of what its source said before.
  --data          where the file is; the profile's own folder when left out
  --dry-run       does everything, tells what would come of it, and changes nothing
  --allow-shrink  any number of the source's rows may go; else a fifth, or what the profile's mayShrinkBy says
  --report        where the refused rows are listed, .csv or .ndjson (default: imports/ in the home folder)
  --json          prints the whole report as JSON`;

/** @throws DomainError if the profile, the file or the delivery is refused; then nothing was changed */
export async function importPhones(argv: readonly string[]): Promise<Work> {
  const { file, data, report: asked, json, ...how } = askedOf(argv);
  const profile = readPhoneProfile(await textOf(file));
  return async (config) => {
    const list = resolve(asked ?? listPath(config.get('BUDKAVLE_HOME'), profile.source));
    await prepareList(list);
    const taking = withRegisters(config, (app) =>
      app.get(ImportPhones).run(profile, data ?? dirname(file), how),
    );
    const report = await taking.catch(async (error: unknown) => {
      if (error instanceof PhoneSourceRefused) await tellRefused(error, list);
      throw error;
    });
    const isListed = report.refused.length > 0 || asked !== undefined;
    if (isListed) await writeRefusedRows(list, report.refused);
    printPhoneReport(report, { json, list: isListed ? list : undefined, dryRun: how.dryRun });
  };
}

/** Lists the refused rows of a source that was refused as a whole: they are the reason. */
async function tellRefused({ refused }: PhoneSourceRefused, list: string): Promise<void> {
  await writeRefusedRows(list, refused);
  printRefusedRows(refused, { list });
}

/** Default path of the list. A source's name may contain any character, so it is sanitized. */
const listPath = (home: string, source: string): string =>
  join(
    home,
    'imports',
    `${source.replace(/[^\p{L}\p{N}_-]+/gu, '-')}-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`,
  );

function askedOf(argv: readonly string[]) {
  const { values, positionals } = readCommandLine(argv, usage, {
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'allow-shrink': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CommandLineWrong(usage, 'It needs one profile.');
  const { data, report, json } = values;
  return { file, data, report, dryRun: values['dry-run'], allowShrink: values['allow-shrink'], json };
}

const textOf = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw UnreadablePhoneFile({ file, fault: (error as Error).message });
  });
