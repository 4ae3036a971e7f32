import { fileURLToPath } from 'node:url';
import { DomainError } from './kernel/refusal.js';
import { misspeltSettings } from './platform/config/misspelt-settings.js';
import { withSecretFiles } from './platform/config/secret-files.js';
import { leaveInterruptsToParent, tellParent } from './platform/processes/parent.js';
import { StartRefused } from './platform/processes/start-refused.js';
import { CommandLineWrong } from './roles/command-line.js';
import { onDatabase } from './roles/command.js';
import type { Role } from './roles/role.js';

/** The roles of the program. Each is loaded only when it is run, so that the small ones start quickly. */
const roles: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Role> }>> = {
  web: {
    about: 'public pages, staff API and console, callbacks of the provider',
    load: async () => (await import('./roles/web.js')).runWeb,
  },
  worker: {
    about: 'sends what was approved; several may run',
    load: async () => (await import('./roles/worker.js')).runWorker,
  },
  simulator: {
    about: "a play provider that speaks Twilio's API, with a page for each handset",
    load: async () => (await import('./roles/simulator.js')).runSimulator,
  },
  migrate: {
    about: 'brings the database schema up to date',
    load: async () => onDatabase((await import('./roles/migrate.js')).migrateSchema),
  },
  import: {
    about: 'takes properties, blocks, areas, the border and addresses in, as a profile describes the files',
    load: async () => onDatabase((await import('./roles/import.js')).importPlaces),
  },
  'import-phones': {
    about: 'takes a CSV file of phones in, as a profile describes it',
    load: async () => onDatabase((await import('./roles/import-phones.js')).importPhones),
  },
  'generate-phones': {
    about: 'makes up phones for imported addresses, for trying things out',
    load: async () => onDatabase((await import('./roles/generate-phones.js')).makeUpPhones),
  },
  'add-member': {
    about: 'lets a member of staff sign in, and prints their key',
    load: async () => onDatabase((await import('./roles/add-member.js')).addMember),
  },
  'remove-member': {
    about: 'signs a member of staff out for good, and voids their key',
    load: async () => onDatabase((await import('./roles/remove-member.js')).removeMember),
  },
  'export-person': {
    about: 'prints everything that is kept of one number, for the person who has it',
    load: async () => onDatabase((await import('./roles/export-person.js')).exportPerson),
  },
  'erase-person': {
    about: 'erases everything that is kept of one number',
    load: async () => onDatabase((await import('./roles/erase-person.js')).erasePerson),
  },
  demo: {
    about: 'everything at once with a made-up municipality, as `npm start` does; --fresh starts over',
    load: async () => (await import('./roles/demo/demo.js')).runDemo,
  },
  doctor: {
    about: 'checks settings, database, audit log, queue and provider, and says how to mend them',
    load: async () => (await import('./roles/doctor/doctor.js')).runDoctor,
  },
};

/** Parts of `demo` that run in separate processes. */
const innerRoles: Readonly<Record<string, () => Promise<Role>>> = {
  'embedded-database': async () => (await import('./roles/embedded-database.js')).runDatabase,
  'prepare-demo': async () => (await import('./roles/demo/prepare-demo.js')).runPrepareDemo,
};

function usage(): string {
  const lines = Object.entries(roles).map(([name, { about }]) => `  ${name.padEnd(16)} ${about}`);
  return `Usage: budkavle <role> [options]\n\nRoles:\n${lines.join('\n')}\n`;
}

async function main(): Promise<number> {
  leaveInterruptsToParent();
  const [name = '', ...args] = process.argv.slice(2);
  const load = roles[name]?.load ?? innerRoles[name];
  if (!load) {
    const asked = ['', '-h', '--help', 'help'].includes(name);
    (asked ? console.log : console.error)(asked ? usage() : `There is no role "${name}".\n\n${usage()}`);
    return name !== '' && asked ? 0 : 2;
  }
  try {
    const role = await load();
    const env = withSecretFiles(process.env);
    // A child of the demo has its parent's variables, and the doctor reports misspelt settings itself.
    if (!process.send && name !== 'doctor')
      for (const { name: variable, meant } of misspeltSettings(env))
        console.error(`${variable} is no setting, so it does nothing. Did you mean ${meant}?`);
    // PostgreSQL's client reads the password from process.env.
    if (env['PGPASSWORD']) process.env['PGPASSWORD'] = env['PGPASSWORD'];
    await role({ program: fileURLToPath(import.meta.url), args, env });
    return 0;
  } catch (error) {
    const slip = error instanceof CommandLineWrong;
    if (slip && args.some((arg) => ['-h', '--help'].includes(arg))) {
      console.log(error.usage);
      return 0;
    }
    const known = error instanceof StartRefused || error instanceof DomainError;
    const reason = error instanceof Error ? error.message : String(error);
    await tellParent({ state: 'refused', reason });
    console.error(known ? reason : error instanceof Error ? error.stack : error);
    return slip ? 2 : 1;
  }
}

// Some libraries leave connections and timers open, which would keep the process alive: exit explicitly.
process.exit(await main());
