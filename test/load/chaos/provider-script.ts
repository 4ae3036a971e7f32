import type { Dice } from './dice.js';
import type { FaultName } from './options.js';
import type { FaultRule } from './simulator-client.js';

/** Phones with a fate of their own, so that the checker knows who may end how. None is in two lists. */
export interface Marked {
  /** Refused with 21211: ends rejected. */
  readonly refused: readonly string[];
  /** Undelivered with 30005: ends so, and later broadcasts leave the phone out. */
  readonly unknownNumbers: readonly string[];
  /** A text is undelivered with 30006, or refused with 21614: the phone is called instead. */
  readonly landlinesAfterAll: readonly string[];
  readonly refusedAsLandline: readonly string[];
  /** Undelivered with 30003 whenever it is tried. */
  readonly outOfReach: readonly string[];
  /** Landlines where nobody ever answers. */
  readonly neverAnswered: readonly string[];
  /** What is sent to these is taken long after we gave up asking. */
  readonly takenLate: readonly string[];
}

/** Longest the provider sits on a request before it takes it: longer than both looks at its list together. */
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

/** Takes phones out of a list, if the fault is one of the run's. */
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

/** Rules that hold while the run's progress is in `[from, until)`. */
interface Piece {
  readonly of: FaultName;
  readonly from: number;
  readonly until: number;
  readonly rules: readonly FaultRule[];
}

/** After this much of the run the provider behaves, apart from the marked phones, so that the run can end. */
export const lull = 0.93;
/** What leaves doubts ends earlier: each takes 75 s from its fault on, and one without an answer 20 s more. */
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
  // Receipts that are lost are asked for later: early, so that the end need not wait for them.
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
  // A look that is had in vain is had again after a minute: early, too.
  // It ends before a backup is restored: nothing is sent after that until the list is there again.
  { of: 'list', from: 0.08, until: 0.2, rules: [{ fault: { kind: 'list-unavailable' } }] },
  { of: 'list', from: 0.2, until: 0.35, rules: [share(0.2, { kind: 'list-unavailable' })] },
  {
    of: 'daily-cap',
    from: 0.5,
    until: 0.55,
    rules: [{ match: { untilMs: 3000 }, fault: { kind: 'daily-cap', perDay: 0 } }],
  },
  // Redialled after a while: early, for the same reason.
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
 * The fault script for a run that has come so far, and what it is called: a script of another name must be loaded anew.
 *
 * @param progress 0–1; how much of what the handsets are to receive they have
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
  // Those of the marked phones first: of several answers the first rule's is given.
  return { name, rules: [...forMarked(marked), ...pieces.flatMap(({ rules }) => rules)] };
}
