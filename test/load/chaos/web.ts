import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import type { Rig } from '../rig/rig.js';

/** The web role of the run, which can be ended in two ways and comes back. */
export class Web {
  restarts = 0;
  readonly died: string[] = [];
  private child: ChildRole | undefined;
  private told = false;

  constructor(private readonly rig: Rig) {}

  async start(): Promise<void> {
    this.told = false;
    const child = await this.rig.start('web');
    this.child = child;
    void child.ended.then(({ reason }) => {
      if (!this.told) this.died.push(reason);
    });
  }

  async restart(how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.told = true;
    this.restarts += 1;
    if (how === 'SIGTERM') await this.child?.stop(20_000);
    else if (this.child?.pid !== undefined) process.kill(this.child.pid, 'SIGKILL');
    await this.child?.ended;
    await this.start();
  }

  /** Resolves when it reaches its database: after a restart of that it may take a moment. */
  async untilReady(): Promise<void> {
    const end = Date.now() + 30_000;
    while (!(await isReady(this.rig.web))) {
      if (Date.now() > end) throw new Error('the web did not come back');
      await pause(100);
    }
  }

  close(): void {
    this.told = true;
  }
}

const isReady = (web: string): Promise<boolean> =>
  fetch(`${web}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
