import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import type { Rig } from '../rig/rig.js';

/** The web role of the run, which can be ended in two ways and comes back. */
export class Web {
  restarts = 0;
  readonly died: string[] = [];
  private child: ChildRole | undefined;
  /** Told to end, so that its end is no surprise. */
  private told = false;
  private closing = false;

  constructor(
    private readonly rig: Rig,
    private readonly say: (text: string) => void,
  ) {}

  /** Comes back whenever it ends. */
  start(): void {
    const child = this.rig.launch('web');
    this.child = child;
    void child.ended.then(async ({ reason }) => {
      if (this.closing) return;
      if (!this.told) {
        this.say(`the web ended: ${reason}`);
        this.died.push(reason);
        await pause(300);
      }
      this.told = false;
      this.start();
    });
  }

  /** Doesn't wait until it is back: that may take a while, and nobody else waits for it either. */
  restart(how: 'SIGTERM' | 'SIGKILL'): void {
    this.told = true;
    this.restarts += 1;
    if (this.child?.pid !== undefined) process.kill(this.child.pid, how);
  }

  /** Resolves when it reaches its database. */
  async untilReady(): Promise<void> {
    const end = Date.now() + 120_000;
    while (!(await isReady(this.rig.web))) {
      if (Date.now() > end) throw new Error('the web did not come back');
      await pause(100);
    }
  }

  /** It is not started again any more. */
  close(): void {
    this.closing = true;
  }
}

const isReady = (web: string): Promise<boolean> =>
  fetch(`${web}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
