import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ChildNews } from './parent.js';
import { StartRefused } from './start-refused.js';

export interface ChildRoleOptions {
  /** The built `main.js`. */
  readonly program: string;
  readonly role: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with each line that the process writes. */
  readonly onLine: (line: string) => void;
}

export interface Ending {
  /** Whether the process exited with code 0. */
  readonly well: boolean;
  /** Why it ended, in words. */
  readonly reason: string;
}

/** One role of the program, running as a child process. */
export class ChildRole {
  readonly role: string;
  /** Resolves with the role's address when its port is open (requests may queue). Rejects as `ready` does. */
  readonly listening: Promise<string>;
  /** Resolves when the role can do its work, with a detail such as its address. Rejects if the process ends before. */
  readonly ready: Promise<string | undefined>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<Ending>;
  private readonly process: ChildProcess;
  private reason?: string;

  constructor({ program, role, args = [], env, onLine }: ChildRoleOptions) {
    this.role = role;
    this.process = fork(program, [role, ...args], {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      if (stream) createInterface({ input: stream }).on('line', onLine);
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve({ well: false, reason: error.message }));
      this.process.once('exit', (code, signal) =>
        resolve({ well: code === 0, reason: this.reason ?? inWords(code, signal) }),
      );
    });
    this.process.on('message', (message) => {
      const news = message as ChildNews;
      if (news.state === 'refused') this.reason = news.reason;
    });
    this.listening = this.news('listening').then((detail) => detail ?? '');
    this.ready = this.news('ready');
    // Callers that await these promises get the error. If nobody awaits them, it must not be an unhandled rejection.
    for (const news of [this.listening, this.ready]) news.catch(() => undefined);
  }

  private news(state: 'listening' | 'ready'): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      this.process.on('message', (message) => {
        const news = message as ChildNews;
        if (news.state === state) resolve(news.detail);
      });
      void this.ended.then(({ reason }) =>
        reject(new StartRefused(this.reason ? reason : `${this.role} could not start: ${reason}`)),
      );
    });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** @param patience milliseconds from SIGTERM to SIGKILL */
  async stop(patience: number): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const impatience = setTimeout(() => this.process.kill('SIGKILL'), patience);
    await this.ended;
    clearTimeout(impatience);
  }
}

const inWords = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal ? `it was ended by ${signal}` : `it ended with code ${code ?? 'unknown'}`;
