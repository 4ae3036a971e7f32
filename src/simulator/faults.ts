import { type FaultPlan, noFaults, withFault } from './fault-plan.js';
import type { Channel, Fault, FaultScript, Match, Rule } from './fault-script.js';

/** The properties of a request that rules match. */
export interface Attempt {
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
}

interface CountedRule extends Rule {
  seen: number;
  struck: number;
}

const onlyCalls = new Set<Fault['kind']>(['busy', 'no-answer', 'answering-machine', 'fax']);
const onlyTexts = new Set<Fault['kind']>(['daily-cap']);

/** The active fault script. Rules apply in order. Each counts its matching requests (seen) and its strikes (struck). */
export class Faults {
  #seed = 0;
  #rules: CountedRule[] = [];
  // A share is drawn from the number and its count of tries, not from the order in which requests arrive. So a run with
  // many connections is reproducible, and a number that got a fault need not get it again on the next try.
  #tries = new Map<string, number>();
  #loadedAt = 0;

  /** @param now milliseconds of a monotonic clock */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Replaces the script, and resets the counts and the clock. */
  load(script: FaultScript): void {
    this.#seed = script.seed ?? 0;
    this.#rules = script.rules.map((rule) => ({ ...rule, seen: 0, struck: 0 }));
    this.#tries = new Map();
    this.#loadedAt = this.now();
  }

  report(): object {
    return { seed: this.#seed, rules: this.#rules };
  }

  /** The faults of a new message or call. */
  decide(attempt: Attempt): FaultPlan {
    if (this.#rules.length === 0) return noFaults;
    const tries = this.#count(attempt);
    let faults = noFaults;
    this.#rules.forEach((rule, index) => {
      if (rule.fault.kind === 'list-unavailable') return;
      if (this.#strikes(rule, index, attempt, tries)) faults = withFault(faults, rule.fault);
    });
    return faults;
  }

  /** Whether a request for a list must fail. Without a filter, `to` and `from` are empty. */
  listUnavailable(attempt: Attempt): boolean {
    const rules = this.#rules.map((rule, index) => ({ rule, index }));
    const lists = rules.filter(({ rule }) => rule.fault.kind === 'list-unavailable');
    if (lists.length === 0) return false;
    const tries = this.#count(attempt);
    return lists.filter(({ rule, index }) => this.#strikes(rule, index, attempt, tries)).length > 0;
  }

  #count(attempt: Attempt): number {
    if (!this.#rules.some((rule) => rule.match?.share !== undefined)) return 0;
    const key = `${attempt.channel}${attempt.to}`;
    const tries = this.#tries.get(key) ?? 0;
    this.#tries.set(key, tries + 1);
    return tries;
  }

  #isTimeOf({ fromMs = 0, untilMs = Infinity }: Match): boolean {
    if (fromMs === 0 && untilMs === Infinity) return true;
    const elapsed = this.now() - this.#loadedAt;
    return elapsed >= fromMs && elapsed < untilMs;
  }

  #strikes(rule: CountedRule, index: number, attempt: Attempt, tries: number): boolean {
    const match = rule.match ?? {};
    if (onlyCalls.has(rule.fault.kind) && attempt.channel !== 'call') return false;
    if (onlyTexts.has(rule.fault.kind) && attempt.channel !== 'sms') return false;
    if (!isAbout(match, attempt) || !this.#isTimeOf(match)) return false;
    rule.seen += 1;
    const turn = rule.seen - (match.after ?? 0);
    const struck =
      turn > 0 &&
      turn <= (match.first ?? Infinity) &&
      turn % (match.every ?? 1) === 0 &&
      (match.share === undefined ||
        chance(`${this.#seed}/${index}/${attempt.channel}/${attempt.to}/${tries}`) < match.share);
    if (struck) rule.struck += 1;
    return struck;
  }
}

function isAbout(match: Match, attempt: Attempt): boolean {
  return (
    (match.channel === undefined || match.channel === attempt.channel) &&
    (match.to === undefined || fits(match.to, attempt.to)) &&
    (match.from === undefined || fits(match.from, attempt.from))
  );
}

const fits = (patterns: string | readonly string[], value: string): boolean =>
  (typeof patterns === 'string' ? [patterns] : patterns).some((pattern) =>
    pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern,
  );

/** A number from 0 to below 1 that depends only on the key (FNV-1a, then murmur3's finalizer to mix it). */
function chance(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
