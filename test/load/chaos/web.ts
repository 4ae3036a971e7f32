import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import type { Rig } from '../rig/rig.js';
import { LastWords, type Death } from './death.js';

/** The web role of the run. It can be ended in two ways, and is always started again. */
export class Web {
  restarts = 0;
  /** The times that it was ready, and ended without being told to. */
  readonly died: Death[] = [];
  private child: ChildRole | undefined;
  /** True after it was told to end: its end is then expected. */
  private told = false;
  private closing = false;
  /** It is not started again before this resolves. */
  private closedUntil: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly rig: Rig,
    private readonly say: (text: string) => void,
  ) {}

  /** Starts it, and starts it again whenever it ends. */
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

  /** Ends it. Does not wait until it is back, which may take a while: the faults go on meanwhile. */
  restart(how: 'SIGTERM' | 'SIGKILL'): void {
    this.told = true;
    this.restarts += 1;
    if (this.child?.pid !== undefined) process.kill(this.child.pid, how);
  }

  /** Kills it. It is started again when `meanwhile` is done. */
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

  /** From now on it is not started again. */
  close(): void {
    this.closing = true;
  }
}

const answers = (web: string): Promise<boolean> =>
  fetch(`${web}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
