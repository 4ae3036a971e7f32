import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole, Ending } from '../../../src/platform/processes/child-role.js';
import type { Rig } from '../rig/rig.js';
import { crashPoints, type CrashPoint } from './crash-point.js';
import { LastWords, type Death } from './death.js';
import type { Dice } from './dice.js';
import { batchesHeldBy } from './held-batches.js';

const preload = new URL('./crash-points.js', import.meta.url).href;
/** An armed worker dies at the latest when it has passed its crash point this often. */
const maxPasses = 20;
/** How long a worker that is told to end may take: as long as its requests, plus a margin for a busy machine. */
const farewellMs = 60_000;
/** A thawed worker counts as frozen for this long: it does soon after the thaw what it was about to do. */
const stirsMs = 5000;

interface Member {
  readonly child: ChildRole;
  readonly crash: CrashPoint;
  readonly said: LastWords;
  isReady: boolean;
  /** How it is to end: killed from outside, killed by itself at a crash point, or told to end. */
  doom: 'outside' | 'told' | CrashPoint | undefined;
  isFrozen: boolean;
}

export interface FleetOptions {
  readonly rig: Rig;
  readonly workers: number;
  readonly dice: Dice;
  /** Milliseconds by which the clock of the first worker is wrong. */
  readonly skewMs: number;
  readonly say: (text: string) => void;
}

/** The workers of the run. A worker that ends is replaced at once. */
export class Fleet {
  /** Workers that died by SIGKILL, from outside or at their crash point. */
  killed = 0;
  /** The number of these, by way of dying. */
  readonly killedAt: Record<string, number> = {};
  frozen = 0;
  /** Workers that were told to end. */
  dismissed = 0;
  /** Workers that were ready, and ended without being told to. */
  readonly died: Death[] = [];
  /** What went wrong with workers that were told to end. */
  readonly complaints: string[] = [];
  private readonly places: (Member | undefined)[];
  private readonly farewells = new Set<Promise<void>>();
  private lastThaw = -Infinity;
  private closing = false;
  /** No worker is replaced before this resolves. */
  private closedUntil: Promise<unknown> = Promise.resolve();
  private env: Readonly<Record<string, string>> = {};

  constructor(private readonly options: FleetOptions) {
    this.places = Array.from({ length: options.workers });
  }

  /** @param env settings of every worker */
  async start(env: Readonly<Record<string, string>>): Promise<void> {
    this.env = env;
    for (const place of this.places.keys()) this.fill(place);
    await this.until(
      () => this.places.every((member) => member?.isReady),
      120_000,
      'the workers did not start',
    );
  }

  /** Kills a worker from outside, at any moment of its work. */
  async kill(): Promise<void> {
    const member = await this.anyone();
    member.doom = 'outside';
    signal(member, 'SIGKILL');
  }

  /** Kills all workers, frozen ones too. They are replaced when `meanwhile` is done. */
  async killAll(meanwhile: () => Promise<void>): Promise<void> {
    await this.noneLeaving();
    let reopen: () => void = () => undefined;
    this.closedUntil = new Promise<void>((resolve) => (reopen = resolve));
    try {
      const members = this.places.filter((member) => member !== undefined);
      for (const member of members) {
        member.doom = 'outside';
        signal(member, 'SIGKILL');
      }
      await Promise.all(members.map(({ child }) => child.ended));
      await meanwhile();
    } finally {
      reopen();
    }
  }

  /** Arms a worker, which then kills itself at its crash point. */
  async arm(): Promise<void> {
    const member = await this.anyone();
    member.doom = member.crash;
    signal(member, 'SIGUSR2');
  }

  /** Tells a worker to end, as the installation of a new version does. Resolves before it has ended. */
  async dismiss(): Promise<void> {
    const member = await this.anyone();
    member.doom = 'told';
    this.dismissed += 1;
    const farewell = this.farewell(member).finally(() => this.farewells.delete(farewell));
    this.farewells.add(farewell);
  }

  /** Resolves when all workers that were told to end have ended. The services they need must run until then. */
  async noneLeaving(): Promise<void> {
    await Promise.all(this.farewells);
  }

  /** Freezes a worker by SIGSTOP for longer than a lease, then lets it continue. */
  async freeze(seconds: number): Promise<void> {
    const member = await this.anyone();
    member.isFrozen = true;
    this.frozen += 1;
    signal(member, 'SIGSTOP');
    void pause(seconds * 1000, undefined, { ref: false }).then(() => {
      signal(member, 'SIGCONT');
      member.isFrozen = false;
      this.lastThaw = performance.now();
      this.options.say('the frozen worker continues');
    });
  }

  /** Whether a worker is frozen, or was a moment ago. */
  get anyFrozen(): boolean {
    return this.places.some((member) => member?.isFrozen) || performance.now() - this.lastThaw < stirsMs;
  }

  /** From now on no worker is replaced. Frozen ones continue. */
  close(): void {
    this.closing = true;
    for (const member of this.places) if (member?.isFrozen) signal(member, 'SIGCONT');
  }

  private async anyone(): Promise<Member> {
    const free = () =>
      this.places.filter((member) => member?.isReady && !member.doom && !member.isFrozen) as Member[];
    await this.until(() => free().length > 0, 60_000, 'no worker is free for the next fault');
    return this.options.dice.pick(free());
  }

  private async farewell(member: Member): Promise<void> {
    const { child } = member;
    signal(member, 'SIGTERM');
    const ending = await Promise.race([child.ended, pause(farewellMs, undefined, { ref: false })]);
    if (!ending) {
      this.complaints.push(`a worker did not end within ${farewellMs / 1000} s of being told to`);
      signal(member, 'SIGKILL');
      return;
    }
    const held = await batchesHeldBy(child.pid ?? 0, this.options.rig.db);
    if (held > 0) this.complaints.push(`a worker that was told to end left ${held} batches claimed`);
  }

  private fill(place: number): void {
    if (this.closing) return;
    const { rig, dice, skewMs } = this.options;
    const crash = dice.pick(crashPoints);
    const said = new LastWords();
    const env = {
      ...this.env,
      NODE_OPTIONS: `--import ${preload}`,
      CHAOS_CRASH: `${crash}:${dice.between(1, maxPasses)}`,
      CHAOS_CLOCK_MS: place === 0 ? String(skewMs) : '0',
    };
    const child = rig.launch('worker', env, said.hear);
    const member: Member = { child, crash, said, isReady: false, doom: undefined, isFrozen: false };
    this.places[place] = member;
    void child.ready.then(
      () => (member.isReady = true),
      () => undefined,
    );
    void child.ended.then(async (ending) => {
      if (this.closing) return;
      this.bury(member, ending);
      // If it could not start, e.g. because the database is restarting, try again a little later.
      if (!member.isReady) await pause(300);
      await this.closedUntil;
      this.fill(place);
    });
  }

  private bury(member: Member, { well, reason }: Ending): void {
    const { doom, child, said } = member;
    if (doom === 'told' && (well || reason.includes('SIGKILL'))) return;
    if (doom === 'told') {
      this.complaints.push(`a worker that was told to end: ${reason}, ${said.all.at(-1) ?? ''}`);
      return;
    }
    if (doom && reason.includes('SIGKILL')) {
      this.killed += 1;
      this.killedAt[doom] = (this.killedAt[doom] ?? 0) + 1;
      return;
    }
    this.options.say(`a worker ended: ${reason}`);
    if (member.isReady) this.died.push({ who: `worker ${child.pid ?? ''}`, reason, lastWords: said.all });
  }

  private async until(is: () => boolean, ms: number, or: string): Promise<void> {
    const end = Date.now() + ms;
    while (!is()) {
      if (Date.now() > end) throw new Error(or);
      await pause(50);
    }
  }
}

function signal({ child }: Member, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, name);
  } catch {
    // It died a moment ago.
  }
}
