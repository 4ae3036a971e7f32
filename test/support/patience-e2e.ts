// Long enough for a start of the whole product on a new embedded database, and a walk through it in a browser.
jest.setTimeout(180_000);
