import type { Dice } from './dice.js';
import type { FaultName } from './options.js';
import type { FaultRule } from './simulator-client.js';

/** Phones that get a fixed fault, so that the checker knows how each may end. No phone is in two lists. */
export interface Marked {
  /** Refused with 21211: ends rejected. */
  readonly refused: readonly string[];
  /** Undelivered with 30005: stays undelivered, and later broadcasts leave the phone out. */
  readonly unknownNumbers: readonly string[];
  /** A text is undelivered with 30006, or refused with 21614: the phone is called instead. */
  readonly landlinesAfterAll: readonly string[];
  readonly refusedAsLandline: readonly string[];
  /** Undelivered with 30003 on every try. */
  readonly outOfReach: readonly string[];
  /** Landlines where nobody ever answers. */
  readonly neverAnswered: readonly string[];
  /** Messages to these are accepted long after we have stopped asking. */
  readonly takenLate: readonly string[];
}

/** How long the provider delays a request before it accepts it: longer than both looks at its list together. */
const takenLateMs = 110_000;
const maxMarked = 400;

export interface Phones {
  readonly mobiles: readonly string[];
  readonly landlines: readonly string[];
}

export function markPhones(phones: Phones, faults: ReadonlySet<FaultName>, dice: Dice): Marked {
  const take = draw(phones.mobiles, faults, dice);
  const takeLandlines = draw(phones.landlines, faults, dice);
  return {
    refused: take('refusals', 0.003),
    unknownNumbers: take('refusals', 0.003),
    landlinesAfterAll: take('refusals', 0.002),
    refusedAsLandline: take('refusals', 0.002),
    outOfReach: take('refusals', 0.001),
    neverAnswered: takeLandlines('calls', 0.02),
    takenLate: take('late-taken', 0.002),
  };
}

/** Removes random phones from a list and returns them, if the run has the fault. */
function draw(phones: readonly string[], faults: ReadonlySet<FaultName>, dice: Dice) {
  const left = [...phones];
  return (fault: FaultName, share: number): string[] =>
    Array.from(
      { length: faults.has(fault) ? Math.min(maxMarked, Math.ceil(phones.length * share)) : 0 },
      () => {
        const [phone] = left.splice(dice.between(0, left.length - 1), 1);
        return phone!;
      },
    );
}

/** Rules that apply while the run's progress is in `[from, until)`. */
interface Piece {
  readonly of: FaultName;
  readonly from: number;
  readonly until: number;
  readonly rules: readonly FaultRule[];
}

/** From this progress on the provider has no faults except for the marked phones, so that the run can end. */
export const lull = 0.93;
/** Faults that cause doubts end earlier: a doubt takes 75 s from its fault, and one without an answer 20 s more. */
const doubtless = { soon: 0.5, later: 0.6 };

const share = (part: number, fault: FaultRule['fault'], more: FaultRule['match'] = {}): FaultRule => ({
  match: { share: part, ...more },
  fault,
});

const always: readonly Piece[] = [
  {
    of: 'latency',
    from: 0,
    until: lull,
    rules: [share(0.2, { kind: 'latency', ms: 300 }), share(0.01, { kind: 'latency', ms: 3000 })],
  },
  {
    of: 'errors',
    from: 0.05,
    until: doubtless.later,
    rules: [
      share(0.0085, { kind: 'server-error', status: 503 }),
      share(0.0085, { kind: 'server-error', status: 500, accepted: true }),
    ],
  },
  { of: 'hang', from: 0.1, until: doubtless.soon, rules: [share(0.0045, { kind: 'accept-then-hang' })] },
  {
    of: 'reset',
    from: 0.05,
    until: doubtless.later,
    rules: [share(0.0095, { kind: 'accept-then-reset' }), share(0.0065, { kind: 'reset-before-accept' })],
  },
  // Lost receipts are asked for later. They come early in the run, so that its end need not wait for them.
  { of: 'callbacks', from: 0, until: 0.3, rules: [share(0.008, { kind: 'callback-lost' })] },
  {
    of: 'callbacks',
    from: 0,
    until: lull,
    rules: [
      share(0.05, { kind: 'callback-twice' }),
      share(0.03, { kind: 'callback-times', times: 3 }),
      share(0.1, { kind: 'callback-reversed' }),
      share(0.05, { kind: 'callback-late', ms: 4000 }),
      share(0.05, { kind: 'callback-before-answer' }),
    ],
  },
  {
    of: 'storm',
    from: 0.15,
    until: 0.25,
    rules: [
      share(0.3, { kind: 'rate-limit', retryAfterSeconds: 1, concurrentRequests: 40 }, { untilMs: 5000 }),
    ],
  },
  {
    of: 'storm',
    from: 0.6,
    until: 0.65,
    rules: [share(0.95, { kind: 'rate-limit', retryAfterSeconds: 1 }, { untilMs: 4000 })],
  },
  // A failed look at the list is repeated after a minute: also early in the run. The list is back before a backup is
  // restored: after that nothing is sent until the list can be read.
  { of: 'list', from: 0.08, until: 0.2, rules: [{ fault: { kind: 'list-unavailable' } }] },
  { of: 'list', from: 0.2, until: 0.35, rules: [share(0.2, { kind: 'list-unavailable' })] },
  {
    of: 'daily-cap',
    from: 0.5,
    until: 0.55,
    rules: [{ match: { untilMs: 3000 }, fault: { kind: 'daily-cap', perDay: 0 } }],
  },
  // Calls are redialled later: also early in the run, for the same reason.
  {
    of: 'calls',
    from: 0,
    until: 0.2,
    rules: [share(0.06, { kind: 'busy' }), share(0.06, { kind: 'no-answer' })],
  },
  { of: 'calls', from: 0, until: lull, rules: [share(0.1, { kind: 'answering-machine' })] },
];

const forMarked = (marked: Marked): FaultRule[] =>
  [
    { match: { to: marked.refused }, fault: { kind: 'reject', code: 21211 } },
    { match: { to: marked.unknownNumbers }, fault: { kind: 'undeliverable', code: 30005 } },
    {
      match: { to: marked.landlinesAfterAll, channel: 'sms' as const },
      fault: { kind: 'undeliverable', code: 30006 },
    },
    {
      match: { to: marked.refusedAsLandline, channel: 'sms' as const },
      fault: { kind: 'reject', code: 21614 },
    },
    { match: { to: marked.outOfReach }, fault: { kind: 'undeliverable', code: 30003 } },
    { match: { to: marked.neverAnswered }, fault: { kind: 'no-answer' } },
    { match: { to: marked.takenLate }, fault: { kind: 'latency', ms: takenLateMs } },
  ].filter(({ match }) => match.to.length > 0);

/**
 * The fault script for a given progress of the run, and its name: when the name changes, the script must be loaded
 * again.
 *
 * @param progress share of the run's messages that have been sent, 0–1
 */
export function scriptAt(
  progress: number,
  faults: ReadonlySet<FaultName>,
  marked: Marked,
): { readonly name: string; readonly rules: readonly FaultRule[] } {
  const pieces = always.filter(
    ({ of, from, until }) => faults.has(of) && from <= progress && progress < until,
  );
  const name = pieces.map(({ of, from }) => `${of}@${from}`).join(' ');
  // The rules of the marked phones come first: if several rules answer, the first one wins.
  return { name, rules: [...forMarked(marked), ...pieces.flatMap(({ rules }) => rules)] };
}
