import { ExportPerson } from '../personal-data/export-person.js';
import type { Work } from './command.js';
import { personOf } from './person-command.js';
import { withProgram } from './with-program.js';

const usage = `budkavle export-person --reason "case KS 2026-17"

  Asks for the number, or reads it from standard input: as an argument it would stay in the shell's history.
  Prints everything that is kept of a number as JSON, for the person who has it. The look is in the audit log, with its reason
  and without the number. What rests on a protected identity is never in it: that is handed out by the register.`;

/** @throws phone.not-a-number */
export async function exportPerson(argv: readonly string[]): Promise<Work> {
  const { phone, reason } = await personOf(argv, usage);
  return async (config) => {
    const document = await withProgram(config, (app) =>
      app.get(ExportPerson, { strict: false }).run({ phone, reason }),
    );
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  };
}
