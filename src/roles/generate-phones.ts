import type { INestApplicationContext } from '@nestjs/common';
import {
  generatedCountries,
  phonesForAddresses,
  type GeneratedPhone,
  type PhoneShares,
} from '../../geo/phones-for-addresses.js';
import type { PhoneRow, PhoneSourceReport } from '../directory/phone-row.js';
import { ReplacePhoneSource } from '../directory/registers/replace-phone-source.js';
import { refusal } from '../kernel/refusal.js';
import { AddressQueries } from '../places/address-queries.repository.js';
import { CommandLineWrong, readCommandLine } from './command-line.js';
import type { Work } from './command.js';
import { printPhoneReport } from './print-phone-report.js';
import { withRegisters } from './with-registers.js';

const usage = `budkavle generate-phones --source <dataset> [--per-address 2] [--seed 1] [--json]

  Makes up phones for the addresses of an imported dataset that has no people in it. They are marked as generated:
  only the simulator can be sent to. Run again with the same figures, it changes nothing.`;

const NoAddresses = refusal('directory.no-addresses', 'not-found', {
  sv: 'Datamängden {source} har inga adresser.',
  en: 'The dataset {source} has no addresses.',
});
const NoSuchNumberingPlan = refusal('directory.no-numbering-plan', 'invalid', {
  sv: 'Nummer kan bara hittas på för {countries}; DEFAULT_COUNTRY är {country}.',
  en: 'Numbers can be made up for {countries} only; DEFAULT_COUNTRY is {country}.',
});

/** @throws directory.no-addresses, directory.no-numbering-plan */
export function makeUpPhones(argv: readonly string[]): Work {
  const { source, perAddress, seed, json } = askedOf(argv);
  return async (config) => {
    const wanted = config.get('DEFAULT_COUNTRY').toUpperCase();
    const country = generatedCountries.find((known) => known === wanted);
    if (!country) throw NoSuchNumberingPlan({ country: wanted, countries: generatedCountries.join(', ') });
    const report = await withRegisters(config, (app) =>
      generatePhones(app, source, { perAddress, seed, country }),
    );
    printPhoneReport(report, { json });
  };
}

function askedOf(argv: readonly string[]) {
  const { values } = readCommandLine(argv, usage, {
    options: {
      source: { type: 'string' },
      'per-address': { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const { source, json } = values;
  const perAddress = Number(values['per-address']);
  const seed = Number(values.seed);
  if (source && perAddress >= 1 && perAddress <= 1_000 && Number.isInteger(seed))
    return { source, perAddress, seed, json };
  throw new CommandLineWrong(usage, 'It needs --source, and whole numbers.');
}

/** Stores the generated phones under their own source, so that a real register of the same addresses is not changed. */
export async function generatePhones(
  app: INestApplicationContext,
  source: string,
  shares: PhoneShares,
): Promise<PhoneSourceReport> {
  const keys = await app.get(AddressQueries, { strict: false }).keysOf(source);
  if (keys.length === 0) throw NoAddresses({ source });
  return app.get(ReplacePhoneSource, { strict: false }).run({
    source: `${source} (generated)`,
    addressSource: source,
    rows: rowsOf(phonesForAddresses(keys, shares)),
    allowShrink: true,
    by: 'generate-phones',
  });
}

function* rowsOf(phones: Iterable<GeneratedPhone>): Generator<PhoneRow> {
  for (const { objection, ...phone } of phones) yield { ...phone, generated: true, objects: objection };
}
