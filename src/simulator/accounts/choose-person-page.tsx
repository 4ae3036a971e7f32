import { Page } from '../page.js';
import type { Person } from './people.js';

/** The page of the simulated identity provider: instead of a password, one says who one wants to be. */
export function choosePersonPage(people: readonly Person[], action: string) {
  return (
    <Page title="Logga in" here="home">
      <h1>Vem vill du vara?</h1>
      <p>
        Så här ser kommunens egen inloggning ut på låtsas. På riktigt loggar man in med sitt vanliga konto,
        och kommunens katalog säger vilka roller man har.
      </p>
      <form method="post" action={action}>
        <ul class="people">
          {people.map(({ id, name, about, roles }) => (
            <li>
              <button type="submit" name="person" value={id}>
                {name}
              </button>
              <p class="hint">
                {about}{' '}
                {roles.length === 0 ? 'Har inga roller i katalogen.' : <code>{roles.join(', ')}</code>}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <button type="submit" name="person" value="" class="quiet">
            Avbryt
          </button>
        </p>
      </form>
    </Page>
  );
}

/** @param home address of the program that one wanted to sign in to */
export function signInOverPage(home: string) {
  return (
    <Page title="Inloggningen är över" here="home">
      <h1>Inloggningen är över</h1>
      <p>Den är redan gjord, eller tog för lång tid.</p>
      <p>
        <a class="go" href={`${home}/console/`}>
          Logga in igen
        </a>
      </p>
    </Page>
  );
}
