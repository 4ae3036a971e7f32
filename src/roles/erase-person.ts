import { ErasePerson } from '../personal-data/erase-person.js';
import { CommandLineWrong } from './command-line.js';
import type { Work } from './command.js';
import { personOf } from './person-command.js';
import { withProgram } from './with-program.js';

const usage = `budkavle erase-person --reason "case KS 2026-17" --yes

  Asks for the number, or reads it from standard input: as an argument it would stay in the shell's history.
  Erases everything that is kept of a number. Sums stay, and an objection to alerts as a keyed hash. A register that has
  the number brings it again with its next delivery: an objection, taken down before the erasure, keeps alerts away.
  --yes  it can't be undone`;

/** @throws phone.not-a-number, personal-data.message-under-way */
export async function erasePerson(argv: readonly string[]): Promise<Work> {
  // Check this before asking for the number.
  if (!argv.includes('--yes')) throw new CommandLineWrong(usage, 'It needs --yes.');
  const { phone, reason } = await personOf(argv, usage);
  return async (config) => {
    const erased = await withProgram(config, (app) =>
      app.get(ErasePerson, { strict: false }).run({ phone, reason }),
    );
    for (const { kind, erased: gone, anonymised } of erased)
      process.stdout.write(
        `${kind}: ${gone} erased${anonymised > 0 ? `, ${anonymised} kept without the number` : ''}\n`,
      );
  };
}
