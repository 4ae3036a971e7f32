import { createServer } from 'node:net';
import { StartRefused } from './start-refused.js';

/** Whether an error means that a port is in use, or may not be used. */
export const isPortRefusal = (error: unknown): boolean =>
  ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');

export const portRefused = (variable: string, port: number): StartRefused =>
  new StartRefused(
    `${variable}: port ${port} is taken by another program, or may not be used. ` +
      `Stop that program or choose another port, e.g. ${variable}=${port + 10} npm start`,
  );

/**
 * Checks early in the start that a port can be used, before slow work is done.
 *
 * @throws StartRefused naming the variable, if this process can't listen on the port
 */
export async function requireFreePort(variable: string, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(isPortRefusal(error) ? portRefused(variable, port) : error));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
