/** Long, because a loaded machine is no failure: tests wait for conditions. A real hang still ends. */
jest.setTimeout(180_000);
