import { untilOrphaned } from '../../../src/platform/processes/parent.js';

/** Exit codes as a shell has them: 128 and the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

let isHeeded = false;

/**
 * A run that is interrupted exits, which ends what it has started: whatever starts something also ends it on `exit`. By
 * itself a signal would end this process without that.
 */
export function exitWhenInterrupted(): void {
  if (isHeeded) return;
  isHeeded = true;
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
  // npm passes a signal on to the shell between, which ends and tells nobody.
  if (process.env['npm_lifecycle_event'] !== undefined)
    void untilOrphaned().then(() => process.exit(codes.SIGHUP));
}
