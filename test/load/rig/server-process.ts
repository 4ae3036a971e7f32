import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** A server on loopback that a run starts and ends at will, and never leaves behind. */
export abstract class ServerProcess {
  private process: ChildProcess | undefined;

  /** Its last output, for the error if it does not start. */
  private said = '';

  /** The signal that ends it at once, whatever it is doing. */
  protected readonly lastSignal: NodeJS.Signals = 'SIGKILL';

  protected abstract command(): { file: string; args: readonly string[]; options?: SpawnOptions };

  /** Resolves when it answers. */
  protected abstract answers(): Promise<boolean>;

  async start(): Promise<void> {
    const { file, args, options } = this.command();
    const child = spawn(file, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.said = (this.said + chunk.toString()).slice(-4000);
      });
    const leaveNothing = () => child.kill(this.lastSignal);
    // Prepended, so that it runs before the folder is removed.
    process.prependOnceListener('exit', leaveNothing);
    child.once('exit', () => process.off('exit', leaveNothing));
    const until = Date.now() + 60_000;
    while (!(await this.answers())) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`${file} did not start:\n${this.said}`);
      await pause(50);
    }
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Stalls it for `ms` milliseconds: connections stay open, and nothing is answered. It may be killed meanwhile. */
  async stall(ms: number): Promise<void> {
    const child = this.process;
    child?.kill('SIGSTOP');
    await pause(ms, undefined, { ref: false });
    child?.kill('SIGCONT');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
