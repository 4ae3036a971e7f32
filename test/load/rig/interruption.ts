import { untilOrphaned } from '../../../src/platform/processes/parent.js';

/** Exit codes as in a shell: 128 plus the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

let isHeeded = false;

/**
 * Turns an interruption into an exit. All code that starts a process also ends it on the event `exit`. A signal without
 * a handler would end this process without that event.
 */
export function exitWhenInterrupted(): void {
  if (isHeeded) return;
  isHeeded = true;
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
  // npm passes a signal to the shell between, which ends without passing it on.
  if (process.env['npm_lifecycle_event'] !== undefined)
    void untilOrphaned().then(() => process.exit(codes.SIGHUP));
}
