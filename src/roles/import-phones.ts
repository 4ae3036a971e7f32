import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportPhones } from '../directory/import-phones.js';
import { readPhoneProfile } from '../directory/phone-profile.js';
import { UnreadablePhoneFile } from '../directory/read-phone-rows.js';
import type { Config } from '../platform/config/config.js';
import { StartRefused } from '../platform/processes/start-refused.js';
import { printPhoneReport } from './print-phone-report.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle import-phones <profile.yaml> [--data folder] [--allow-shrink] [--json]

  Takes a CSV file of phones in, as the profile describes it, in place of what its source said before.
  --data          where the file is; the profile's own folder when left out
  --allow-shrink  more than a fifth of the source's rows may go
  --json          prints the whole report as JSON`;

/** @throws DomainError when the profile, the file or the delivery is refused; nothing was changed then */
export async function runImportPhones(config: Config, argv: readonly string[]): Promise<void> {
  const { file, data, allowShrink, json } = commandOf(argv);
  const profile = readPhoneProfile(await textOf(file));
  const report = await withRegisters(config, (app) =>
    app.get(ImportPhones).run(profile, data ?? dirname(file), allowShrink),
  );
  printPhoneReport(report, json);
}

function commandOf(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        'allow-shrink': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0)
      return { file, data: values.data, allowShrink: values['allow-shrink'], json: values.json };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartRefused(usage);
}

const textOf = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw UnreadablePhoneFile({ file, fault: (error as Error).message });
  });
