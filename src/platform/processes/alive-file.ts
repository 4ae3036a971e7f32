import { writeFile } from 'node:fs/promises';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';

/** Interval in milliseconds. */
const touchEvery = 5_000;

/**
 * Touches a file every few seconds while this process does not hang. It does so also while the database is down or
 * lacks migrations, so that a waiting worker is not restarted.
 *
 * @param file undefined if no supervisor checks it
 */
export function touchWhileAlive(file: string | undefined): void {
  if (!file) return;
  const log = new Log('alive', platformEvents);
  const touch = (): void =>
    void writeFile(file, `${new Date().toISOString()}\n`).catch((error: unknown) =>
      log.write('alive-file.not-written', { file, err: error }),
    );
  touch();
  setInterval(touch, touchEvery).unref();
}
