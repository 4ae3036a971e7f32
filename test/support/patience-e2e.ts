// The whole product starts, on an embedded database that is made anew, and a browser goes through it.
jest.setTimeout(180_000);
