import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../broadcast.js';
import { BroadcastEvents } from '../broadcast-events.repository.js';
import { BroadcastHistory, person } from '../broadcast-history.js';
import { BroadcastLedger } from '../broadcast-ledger.js';
import { NoSuchBroadcast } from '../broadcasts.repository.js';
import { PresentBroadcast } from '../present-broadcast.js';
import { isCalledOff } from '../../kernel/called-off.js';
import { fewestPhones } from './parts-on-map.js';
import { IncidentsRepository, type IncidentKey } from './incidents.repository.js';

/** Incidents as the API shows them. */
@Injectable()
export class PresentIncident {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly broadcasts: PresentBroadcast,
    private readonly history: BroadcastHistory,
    private readonly events: BroadcastEvents,
    private readonly ledger: BroadcastLedger,
  ) {}

  async list(keys: readonly IncidentKey[]) {
    const roots = keys.map(({ root }) => root);
    const all = await this.incidents.broadcastsOf(roots);
    const titles = await this.incidents.titlesOf(roots);
    const summaries = await this.broadcasts.list(all);
    return roots.map((root) => {
      const isOf = (b: Pick<Broadcast, 'id' | 'follows'>) => (b.follows?.root ?? b.id) === root;
      return { ...headOf(root, all.filter(isOf), titles), broadcasts: summaries.filter(isOf) };
    });
  }

  /**
   * @param id any broadcast of the incident
   * @throws broadcast.not-found
   */
  async one(id: string) {
    const root = await this.incidents.rootOf(id);
    if (root === undefined) throw NoSuchBroadcast();
    const all = await this.incidents.broadcastsOf([root]);
    const titles = await this.incidents.titlesOf([root]);
    const summaries = await this.broadcasts.list(all);
    const approved = all.filter(({ planned }) => planned !== undefined);
    const progress = new Map(
      await Promise.all(approved.map(async (b) => [b.id, await this.ledger.progress(b)] as const)),
    );
    const costs = [...progress.values()].flatMap(({ account = {} }) =>
      Object.values(account).map(({ costOre }) => costOre),
    );
    return {
      ...headOf(root, all, titles),
      broadcasts: all.map((b, at) => ({
        ...summaries[at]!,
        audience: b.audience,
        texts: b.texts.map(({ language, sms }) => ({ language, sms })),
        decidedAt: b.decidedAt,
        report: progress.get(b.id)?.report,
      })),
      timeline: await this.timeline(all),
      phones: approved.length === 0 ? undefined : await this.ledger.phonesOf(approved.map((b) => b.id)),
      uncorrected: told(await this.ledger.uncorrected(root)),
      costOre: costs.reduce((sum, cost) => sum + cost, 0),
    };
  }

  private async timeline(all: readonly Broadcast[]) {
    const events = await this.events.ofAll(all.map(({ id }) => id));
    const names = await this.history.namesOf(events.map(({ memberId }) => memberId));
    const relations = new Map(all.map(({ id, follows }) => [id, follows?.relation]));
    return events.map(({ broadcastId, at, act, state, memberId, count }) => ({
      at,
      broadcast: broadcastId,
      relation: relations.get(broadcastId),
      act,
      state,
      by: person(memberId, names),
      count,
    }));
  }
}

/** @param all its broadcasts, oldest first */
function headOf(root: string, all: readonly Broadcast[], titles: ReadonlyMap<string, string>) {
  const first = all[0]!;
  const title = titles.get(root);
  return {
    root,
    latest: all.at(-1)!.id,
    title: title ?? first.audienceName,
    named: title !== undefined,
    exercise: first.exercise,
    calledOff: isCalledOff(saidIn(all)),
  };
}

/** What was approved, in that order. */
const saidIn = (all: readonly Broadcast[]) =>
  all
    .filter(({ planned }) => planned !== undefined)
    .sort((a, b) => Number(a.decidedAt) - Number(b.decidedAt))
    .map(({ follows, goesOn, state }) => ({
      relation: follows?.relation,
      goesOn,
      isCancelled: state === 'cancelled',
    }));

/** Fewer than five are not told apart, but that there are none is. */
const told = (phones: number | undefined): number | 'few' | undefined =>
  phones !== undefined && phones > 0 && phones < fewestPhones ? 'few' : phones;
