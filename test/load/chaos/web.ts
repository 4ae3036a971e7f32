import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import type { Rig } from '../rig/rig.js';
import { LastWords, type Death } from './death.js';

/** The web role of the run, which can be ended in two ways and comes back. */
export class Web {
  restarts = 0;
  /** Times that it ended though nobody told it to, after it had begun. */
  readonly died: Death[] = [];
  private child: ChildRole | undefined;
  /** Told to end, so that its end is no surprise. */
  private told = false;
  private closing = false;
  /** Until when it does not come back. */
  private closedUntil: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly rig: Rig,
    private readonly say: (text: string) => void,
  ) {}

  /** Comes back whenever it ends. */
  start(): void {
    const said = new LastWords();
    const child = this.rig.launch('web', {}, said.hear);
    this.child = child;
    let isReady = false;
    child.ready.then(
      () => (isReady = true),
      () => undefined,
    );
    void child.ended.then(async ({ reason }) => {
      if (this.closing) return;
      if (!this.told) {
        this.say(`the web ended: ${reason}`);
        if (isReady) this.died.push({ who: 'the web', reason, lastWords: said.all });
        await pause(300);
      }
      this.told = false;
      await this.closedUntil;
      this.start();
    });
  }

  /** Doesn't wait until it is back: that may take a while, and nobody else waits for it either. */
  restart(how: 'SIGTERM' | 'SIGKILL'): void {
    this.told = true;
    this.restarts += 1;
    if (this.child?.pid !== undefined) process.kill(this.child.pid, how);
  }

  /** Kills it; it comes back when `meanwhile` is over. */
  async kill(meanwhile: () => Promise<void>): Promise<void> {
    const gone = this.child?.ended;
    this.closedUntil = (async () => {
      await gone;
      await meanwhile();
    })();
    this.restart('SIGKILL');
    await this.closedUntil;
  }

  /** Resolves when it reaches its database. */
  async untilReady(): Promise<void> {
    const end = Date.now() + 120_000;
    while (!(await answers(this.rig.web))) {
      if (Date.now() > end) throw new Error('the web did not come back');
      await pause(100);
    }
  }

  /** It is not started again any more. */
  close(): void {
    this.closing = true;
  }
}

const answers = (web: string): Promise<boolean> =>
  fetch(`${web}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
