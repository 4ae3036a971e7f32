import { setTimeout as pause } from 'node:timers/promises';
import { Rig } from '../rig/rig.js';
import { Staff } from '../rig/staff.js';
import { populate } from '../rig/population.js';
import { areaOfEvery, phonesOf } from './audiences.js';
import { audienceOf, gather } from './checker/gather.js';
import { judge, type Verdict } from './checker/verdict.js';
import type { Death } from './death.js';
import { Dice } from './dice.js';
import { DutyOfficer } from './duty-officer.js';
import { untilFinal } from './finish.js';
import { Fleet } from './fleet.js';
import { Holds, type Running } from './holds.js';
import { hurry } from './hurry.js';
import type { ChaosOptions } from './options.js';
import { landlines, paceOf, plannedBroadcasts, type Pace } from './plan.js';
import { sentShare } from './progress.js';
import { lull, markPhones, scriptAt, type Marked } from './provider-script.js';
import { Restoration } from './restoration.js';
import { SimulatorClient } from './simulator-client.js';
import { planTroubles, type Restarts } from './troubles.js';
import { Web } from './web.js';

export interface Outcome {
  readonly verdict: Verdict;
  /** Phones planned in all broadcasts together. */
  readonly deliveries: number;
  readonly kills: number;
  readonly killedAt: Readonly<Record<string, number>>;
  readonly freezes: number;
  /** Workers that were told to end. */
  readonly dismissed: number;
  /** How often a broadcast was held, and how many were cancelled. */
  readonly paused: number;
  readonly cancelled: number;
  /** Backups restored, messages taken over from the provider's list, and calls that could not be told apart. */
  readonly restored: number;
  readonly takenOver: number;
  readonly notToldApart: number;
  readonly restarts: Restarts & { readonly web: number };
  /** Processes that ended without being told to. */
  readonly died: readonly Death[];
  /** From the first approval until all was final. */
  readonly seconds: number;
  /** Not all was final at the time limit. */
  readonly gaveUp: boolean;
}

const lookEveryMs = 300;
const dutyEveryMs = 2000;
const sayEveryMs = 5000;
const hurryEveryMs = 5000;
/** In milliseconds: how long all connections are reset, and how far into that a worker is frozen. */
const resetMs = { lasts: 400, until: 150 };
/** Twenty minutes: longer than any lease, any wait and the time between looks, shorter than any expiry. */
const skewMs = 20 * 60_000;

/** One run: broadcasts are sent while all the chosen faults happen. */
export class ChaosRun {
  private readonly faults;
  private pace: Pace;
  private readonly duty: DutyOfficer;
  private readonly web: Web;
  private readonly fleet: Fleet;
  private readonly simulator: SimulatorClient;
  private readonly holds: Holds;
  private readonly ordered: Running[] = [];
  private readonly restarts: Restarts = { redis: 0, postgres: 0, stalls: 0 };
  private restoration: Restoration | undefined;
  private script: string | undefined;

  private constructor(
    private readonly options: ChaosOptions,
    private readonly rig: Rig,
    private readonly staff: Staff,
    private readonly marked: Marked,
    private readonly say: (text: string) => void,
  ) {
    this.faults = options.faults;
    this.pace = paceOf(options, 0);
    this.duty = new DutyOfficer(staff);
    this.web = new Web(rig, say);
    this.holds = new Holds({ staff, db: rig.db, say });
    this.simulator = new SimulatorClient(rig.simulator);
    const dice = new Dice(options.seed, 'fleet');
    const skew = this.faults.has('skew') ? dice.pick([-skewMs, skewMs]) : 0;
    this.fleet = new Fleet({ rig, workers: options.workers, dice, skewMs: skew, say });
  }

  /** Fills the rig's database and makes everything ready; starts nothing. */
  static async prepare(options: ChaosOptions, rig: Rig, say: (text: string) => void): Promise<ChaosRun> {
    await populate(rig.db, { phones: options.recipients, landlines });
    const staff = await Staff.hire(rig.db, rig.web);
    const phones = {
      mobiles: await phonesOf('mobile', rig.db),
      landlines: await phonesOf('landline', rig.db),
    };
    const marked = markPhones(phones, options.faults, new Dice(options.seed, 'marked'));
    return new ChaosRun(options, rig, staff, marked, say);
  }

  async run(): Promise<Outcome> {
    await this.rig.start('simulator');
    await this.setScript(0);
    const beforeWeb = Date.now();
    this.web.start();
    await this.web.untilReady();
    this.pace = paceOf(this.options, (Date.now() - beforeWeb) / 1000);
    const { segmentsPerSecond, callsPerSecond, sendingSeconds } = this.pace;
    this.say(
      `${segmentsPerSecond} segments and ${callsPerSecond} calls a second: ${sendingSeconds} s of sending`,
    );
    await this.fleet.start({
      SMS_SEGMENTS_PER_SECOND: String(segmentsPerSecond),
      CALLS_PER_SECOND: String(callsPerSecond),
    });
    const began = Date.now();
    const until = began + this.pace.patienceMs;
    this.holds.until = until;
    const hurrying = setInterval(() => void this.hurry(), hurryEveryMs);
    await this.strike(until);
    this.say('no more faults; waiting until all is final');
    await this.setScript(1);
    await Promise.all([this.holds.done(), this.fleet.noneLeaving()]);
    const { staff, duty, fleet, simulator, rig, ordered, say } = this;
    const isFinal = await untilFinal({ staff, duty, fleet, simulator, db: rig.db, ordered, say, until });
    clearInterval(hurrying);
    const seconds = Math.round((Date.now() - began) / 1000);
    this.say(isFinal ? 'all is final' : `gave up after ${seconds} s: not all is final`);
    return this.outcome(seconds, !isFinal);
  }

  /** Must be called before the rig is closed, also if the run ends early. */
  close(): void {
    this.fleet.close();
    this.web.close();
  }

  private async hurry(): Promise<void> {
    if (!this.restoration?.isUnderWay) await hurry(this.rig.db).catch(() => undefined);
  }

  private async strike(until: number): Promise<void> {
    const { rig, fleet, web, holds, staff, pace, ordered, restarts, say } = this;
    const restoration = new Restoration({ rig, fleet, web, holds, staff, say, deliveries: pace.deliveries });
    this.restoration = restoration;
    const dice = new Dice(this.options.seed, 'troubles');
    let progress = 0;
    const reset = () => this.resetConnections(progress);
    const struck = { rig, fleet, web, holds, restoration, dice, pace, ordered, reset };
    const troubles = [...planTroubles(this.options, struck, restarts)];
    const broadcasts = [...plannedBroadcasts];
    const due = { duty: 0, say: 0 };
    while (troubles.length + broadcasts.length > 0 || progress < lull) {
      while (broadcasts[0] && broadcasts[0].at <= progress) await this.send(broadcasts.shift()!);
      await this.setScript(progress);
      if (troubles[0] && troubles[0].at <= progress) {
        const trouble = troubles.shift()!;
        this.say(`${percent(progress)} ${trouble.name}`);
        await trouble.run();
      }
      const now = Date.now();
      if (now > until) return;
      if (now >= due.duty) {
        due.duty = now + dutyEveryMs;
        const started = await this.duty.startAgain().catch(() => []);
        if (started.length > 0) this.say(`started again: ${started.join(', ')}`);
        await restoration.letOtherHoldsGoOn().catch(() => undefined);
      }
      if (now >= due.say) {
        due.say = now + sayEveryMs;
        this.say(`${percent(progress)} sent; killed ${fleet.killed}, frozen ${fleet.frozen}`);
      }
      progress = Math.max(progress, await sentShare(rig.db, this.pace.deliveries));
      await pause(lookEveryMs);
    }
  }

  private async setScript(progress: number): Promise<void> {
    const { name, rules } = scriptAt(progress, this.faults, this.marked);
    if (name === this.script) return;
    this.script = name;
    await this.simulator.script(this.options.seed, rules);
  }

  private async resetConnections(progress: number): Promise<void> {
    const { rules } = scriptAt(progress, this.faults, this.marked);
    const reset = { match: { untilMs: resetMs.lasts }, fault: { kind: 'reset-before-accept' } };
    await this.simulator.script(this.options.seed, [reset, ...rules]);
    await pause(resetMs.until);
  }

  private async send({
    name,
    lane,
    everyAddress,
    isCancelled,
  }: (typeof plannedBroadcasts)[number]): Promise<void> {
    const { db } = this.rig;
    await this.web.untilReady();
    const area = await areaOfEvery(everyAddress, db);
    const words = `Prov ${name} ${this.options.seed}.`;
    const sms = `${words} Vattnet stängs av i dag.`;
    const { id } = await this.staff.send({
      audience: { places: [area] },
      sms,
      lane,
      livesMs: this.pace.patienceMs + 3_600_000,
    });
    const audience = await audienceOf(db, area);
    const running = { id, name, lane, words, audience, silences: [], isCancelled: false };
    this.ordered.push(running);
    if (isCancelled && this.faults.has('cancel')) this.holds.cancelMidway(running);
    this.say(`approved "${name}" (${lane}) to ${audience.size}`);
  }

  private async outcome(seconds: number, gaveUp: boolean): Promise<Outcome> {
    const { fleet, web, holds, staff, ordered, marked, restoration } = this;
    await restoration?.complainOfOtherHolds(this.rig.db);
    this.close();
    const told = await Promise.all(
      ordered.map(async (one) => ({
        ordered: one,
        state: await staff.state(one.id),
        report: await staff.report(one.id),
      })),
    );
    const gathered = await gather(this.rig.db, this.simulator, ordered);
    return {
      verdict: judge(
        gathered,
        told,
        {
          refused: new Set(marked.refused),
          unknownNumbers: new Set(marked.unknownNumbers),
          refusedAsLandline: new Set(marked.refusedAsLandline),
        },
        [...fleet.complaints, ...(restoration?.complaints ?? [])],
      ),
      deliveries: ordered.reduce((sum, { audience }) => sum + audience.size, 0),
      kills: fleet.killed,
      killedAt: fleet.killedAt,
      freezes: fleet.frozen,
      dismissed: fleet.dismissed,
      paused: holds.paused,
      cancelled: holds.cancelled,
      restored: restoration?.restored ?? 0,
      takenOver: restoration?.takenOver ?? 0,
      notToldApart: restoration?.notToldApart ?? 0,
      restarts: { ...this.restarts, web: web.restarts },
      died: [...fleet.died, ...web.died],
      seconds,
      gaveUp,
    };
  }
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`.padStart(5);
