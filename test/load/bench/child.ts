import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const program = process.argv[1]!.endsWith('load.mjs') ? 'dist/test/load/bench/main.js' : process.argv[1]!;

/** A child process of the bench, reached by IPC messages. It is killed when the bench exits. */
export class Child {
  private readonly process: ChildProcess;
  private readonly failed: Promise<never>;

  constructor(
    private readonly name: string,
    args: readonly string[] = [],
    execArgv: readonly string[] = [],
  ) {
    this.process = fork(program, [name, ...args], {
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const leaveNothing = () => this.process.kill('SIGKILL');
    process.once('exit', leaveNothing);
    this.failed = once(this.process, 'exit').then(([code, signal]) => {
      process.off('exit', leaveNothing);
      throw new Error(`${name} ended early (${String(code ?? signal)})`);
    });
    this.failed.catch(() => undefined);
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** The next message from it. */
  async hear<T>(): Promise<T> {
    const [message] = (await Promise.race([once(this.process, 'message'), this.failed])) as [T];
    return message;
  }

  ask<T>(question: object): Promise<T> {
    const answer = this.hear<T>();
    this.process.send(question);
    return answer;
  }

  async end(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.failed.catch(() => undefined);
  }
}

/** Sends a message to the parent. Called in the child. */
export const tell = (message: object): void => void process.send?.(message);

/** Answers the parent's questions, in order. Called in the child, which exits when the parent does. */
export function answerParent(answer: (question: never) => object | Promise<object>): void {
  process.on('message', (question) => void Promise.resolve(answer(question as never)).then(tell));
  process.on('disconnect', () => process.exit(0));
}
