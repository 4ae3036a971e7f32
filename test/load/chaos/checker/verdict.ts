import type { Gathered } from './gather.js';
import { judgeBroadcast, type ReportTold } from './judge-broadcast.js';
import { judgeDelivery, wasInDoubt } from './judge-delivery.js';
import type { Excuses, Finding, Listed, Ordered, Story } from './story.js';

/** The state and report of a broadcast, from the staff API. */
export interface Told {
  readonly ordered: Ordered;
  readonly state: string;
  readonly report: ReportTold;
}

/** A delivery with findings. An excused duplicate is one too. */
export interface Offence {
  readonly story: Story;
  readonly findings: readonly Finding[];
  /** What the provider's list has for the phone, oldest first. */
  readonly listed: readonly Listed[];
}

export interface Verdict {
  /** Phones that received nothing, and whose row does not say so truthfully. */
  readonly missed: number;
  /** Handsets that received a broadcast more than once. */
  readonly duplicates: number;
  /** The same, if the provider accepted a request after its list had been read twice. */
  readonly excused: number;
  /** Deliveries that were ever in doubt. */
  readonly inDoubt: number;
  /** Of these, those that were resolved: their row is true. */
  readonly resolved: number;
  readonly resent: number;
  readonly unexplained: number;
  readonly offences: readonly Offence[];
  /** Findings that belong to no single delivery. */
  readonly others: readonly string[];
}

/**
 * Judges a whole run.
 *
 * @param complaints faults that were seen during the run
 */
export function judge(
  gathered: Gathered,
  told: readonly Told[],
  excuses: Excuses,
  complaints: readonly string[],
): Verdict {
  const offences: Offence[] = [];
  const others = [...complaints, ...gathered.strangers];
  const sums = { missed: 0, duplicates: 0, excused: 0, inDoubt: 0, resolved: 0, resent: 0 };
  let unexplained = others.length;
  for (const { ordered, state, report } of told) {
    const stories = gathered.stories.get(ordered.id) ?? [];
    for (const story of stories) {
      const findings = judgeDelivery(story, excuses);
      const has = (kind: Finding['kind']) => (findings.some((one) => one.kind === kind) ? 1 : 0);
      sums.missed += has('missed');
      sums.duplicates += has('duplicate');
      sums.excused += has('excused-duplicate');
      unexplained += has('unexplained');
      if (findings.length > 0) offences.push({ story, findings, listed: gathered.list.of(story.row.phone) });
      if (story.row.resent) sums.resent += 1;
      if (!wasInDoubt(story)) continue;
      sums.inDoubt += 1;
      if (findings.length === 0 && story.row.status !== 'unknown') sums.resolved += 1;
    }
    const rows = stories.map(({ row }) => row);
    const { missed, unexplained: odd } = judgeBroadcast(ordered, rows, report, state);
    sums.missed += missed.length;
    unexplained += odd.length;
    others.push(...missed.map((phone) => `${ordered.name}: ${phone} is not in the ledger`));
    others.push(...odd.map((why) => `${ordered.name}: ${why}`));
  }
  return { ...sums, unexplained, offences, others };
}
