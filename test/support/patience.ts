/** A loaded machine is no failure: conditions are waited for, and a real hang still ends. */
jest.setTimeout(60_000);
