import type { Config } from '../../platform/config/config.js';
import { hasDemoAccounts } from './demo-accounts.js';
import { demoPeople, type DemoKeys } from './demo-people.js';

/** Prints the addresses and keys for the person who ran `npm start`. */
export function announce(settings: Config, keys: DemoKeys, database: 'embedded' | 'given'): void {
  const site = settings.publicUrl;
  const simulator = settings.simulatorUrl;
  const accounts = hasDemoAccounts(settings)
    ? `  Accounts         ${settings.identityProvider!.issuer}

  Sign in to the console with an account, and choose who you want to be. Let another one approve.`
    : '\n  Sign in to the console as one person, and let another one approve.';
  const people = demoPeople.map(({ name }, index) => `    ${name.padEnd(16)} ${keys[index]}`);
  console.log(`
Budkavle is ready

  Public site      ${site}/
  Staff console    ${site}/console
  Handsets         ${simulator}/handsets
  Social media     ${simulator}/social
  API              ${site}/api
${accounts}
  Keys for signing in without it:
${people.join('\n')}

  Nothing here can reach a real phone. ${
    database === 'embedded'
      ? `The data lies in ${settings.get('BUDKAVLE_HOME')}.`
      : 'The data lies in DATABASE_URL.'
  }
  Ctrl-C stops everything; npm start -- --fresh starts over.
`);
}
