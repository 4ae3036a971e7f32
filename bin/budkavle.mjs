#!/usr/bin/env node
// `npx budkavle <role> …`: runs any role of the program from a checkout.
import { prepare } from './prepare.mjs';

try {
  const program = await prepare();
  process.argv[1] = program;
  await import(`file://${program}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
