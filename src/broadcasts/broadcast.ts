import type { Audience } from '../audiences/audience.js';
import type { PublishedArea } from '../audiences/published-area/published-area.js';
import { lanes } from '../kernel/lanes.js';
import type { Relation } from '../kernel/relations.js';
import { refusal } from '../kernel/refusal.js';
import type { Carried } from './carried-fields.js';
import type { BroadcastKind } from '../kernel/broadcast-kinds.js';

export const states = [
  'draft',
  'pending-approval',
  'returned',
  'rejected',
  'scheduled',
  'approved',
  'sending',
  'paused',
  'completed',
  'cancelled',
  'missed',
] as const;
export type BroadcastState = (typeof states)[number];

/** What people may do to a broadcast. Each is the last part of its path in the API. */
export const actions = [
  'edit',
  'submission',
  'approval',
  'return',
  'rejection',
  'pause',
  'resumption',
  'start-now',
  'cancellation',
] as const;
export type BroadcastAction = (typeof actions)[number];

/** The acts in the history of a broadcast, by their names in the API. */
export const acts = ['create', ...actions, 'break-glass'] as const;

/** What the history of a broadcast shows. */
export const shownActs = [...acts, 'missed'] as const;
export type ShownAct = (typeof shownActs)[number];

/**
 * Everything that changes a broadcast: acts of people, and of the worker. `due`: the time of its start has come.
 * `missed`: it could only have started after its expiry.
 */
export const happenings = [...acts, 'due', 'missed', 'start', 'completion'] as const;
export type Happening = (typeof happenings)[number];

/** `verification` is for codes and notices to staff, and has its own share of the rate. */
export type Lane = (typeof lanes)[number] | 'verification';

/** The strict order in which lanes are sent. */
export const lanesByUrgency: readonly Lane[] = ['verification', ...lanes];

export type { BroadcastKind };

export interface BroadcastText {
  /** ISO 639, e.g. `sv`. The first text is used for each language without a text. */
  readonly language: string;
  /** The text as it will be sent: plain punctuation, with the exercise mark and the stop instruction. */
  readonly sms: string;
  /** The text of a call; the SMS text if omitted. */
  readonly voice?: string;
  /** Segments of the SMS. */
  readonly segments: number;
  /** What its page and the feeds have as its title; the first sentence of the text if omitted. */
  readonly headline?: string;
  /** The longer text of its page; the SMS text if omitted. */
  readonly web?: string;
}

export interface Follows {
  readonly relation: Relation;
  /** The broadcast that it was made from. */
  readonly id: string;
  /** The first broadcast of the incident. The recipients of it and of its extensions are one audience. */
  readonly root: string;
}

export interface Broadcast extends Carried {
  readonly id: string;
  readonly kind: BroadcastKind;
  readonly state: BroadcastState;
  readonly lane: Lane;
  readonly audience: Audience;
  readonly audienceName: string;
  /** Where the pages and feeds say that it is, as worked out at the submission. Only for a public alert to a place. */
  readonly publishedArea?: PublishedArea;
  /** Whether its writer left open if it is published: `isPublic` is then what was usual for its audience. */
  readonly publicAsUsual?: boolean;
  /** The last part of the short address of the incident's page. */
  readonly pageCode?: string;
  /** The broadcast that this one extends, updates, corrects or calls off. */
  readonly follows?: Follows;
  readonly texts: readonly BroadcastText[];
  /** When what it is about begins or began, if the text says so in its template's field. */
  readonly onsetAt?: Date;
  /** When it starts; as soon as it is approved, if omitted. */
  readonly startsAt?: Date;
  /** When the hours of its topic begin, if it was approved outside them. It starts then. */
  readonly heldUntil?: Date;
  /** Phones that came into its area between the approval and its start. They have not had it. */
  readonly movedIn?: number;
  readonly expiresAt: Date;
  readonly departmentId?: string;
  readonly createdBy?: string;
  readonly createdAt: Date;
  /** Everyone who wrote or changed it. */
  readonly authors: readonly string[];
  /** Everyone who returned it for changes. */
  readonly returnedBy?: readonly string[];
  readonly submittedBy?: string;
  readonly submittedAt?: Date;
  readonly submittedCount?: number;
  readonly contentHash?: string;
  /** The version of each saved area of the audience at the submission, by the area's id. */
  readonly areaVersions?: Readonly<Record<string, string>>;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly decisionNote?: string;
  readonly startedAt?: Date;
  readonly completedAt?: Date;
  readonly planned?: number;
  /** Incremented by every change, so that a change based on a stale read is refused. */
  readonly version: number;
}

/**
 * The states in which each action is allowed, and the resulting state. This is the whole life of a broadcast, except
 * what the worker does: `scheduled` becomes `approved` at its time or `missed`, and ends as `completed`.
 */
export const transitions: Readonly<
  Record<BroadcastAction, { from: readonly BroadcastState[]; to: BroadcastState }>
> = {
  edit: { from: ['draft', 'returned', 'pending-approval', 'scheduled'], to: 'draft' },
  submission: { from: ['draft', 'returned'], to: 'pending-approval' },
  // With a start of its own: see `approvedAs`.
  approval: { from: ['pending-approval'], to: 'approved' },
  return: { from: ['pending-approval'], to: 'returned' },
  rejection: { from: ['pending-approval'], to: 'rejected' },
  pause: { from: ['approved', 'sending'], to: 'paused' },
  resumption: { from: ['paused'], to: 'sending' },
  'start-now': { from: ['scheduled'], to: 'approved' },
  cancellation: {
    from: ['draft', 'returned', 'pending-approval', 'scheduled', 'approved', 'sending', 'paused'],
    to: 'cancelled',
  },
};

/** Whether it waits for its writer or for an approval. Until then its reach can change. */
export const isUndecided = (state: BroadcastState): boolean =>
  state === 'draft' || state === 'returned' || state === 'pending-approval';

/** States in which deliveries may still be sent. */
export const isUnderWay = (state: BroadcastState): boolean =>
  state === 'approved' || state === 'sending' || state === 'paused';

/** Whether it was approved and is not over: under way, or waiting for its start. */
export const mayStillBeSent = (state: BroadcastState): boolean => state === 'scheduled' || isUnderWay(state);

export const WrongState = refusal('broadcast.wrong-state', 'conflict', {
  sv: 'Det går inte när utskicket är i läget {state}.',
  en: 'That is not possible while the broadcast is {state}.',
});
export const FourEyesRequired = refusal('broadcast.four-eyes', 'forbidden', {
  sv: 'Den som har skrivit, ändrat, lämnat in eller lämnat tillbaka utskicket kan inte godkänna det. Be en kollega.',
  en: 'Whoever wrote, changed, submitted or returned the broadcast can’t approve it. Ask a colleague.',
});
export const BroadcastExpired = refusal('broadcast.expired', 'invalid', {
  sv: 'Sluttiden har passerat. Sätt en ny.',
  en: 'The time it expires has passed. Set a new one.',
});
export const ExpiryTooLate = refusal('broadcast.expiry-too-late', 'invalid', {
  sv: 'Sluttiden får ligga högst {days} dygn fram.',
  en: 'It may expire at most {days} days from now.',
});

/**
 * Maximum lifetime of a broadcast from its start, in days: stale alerts must not be sent (docs/rules.md "Mistakes
 * others made").
 */
export const maxLifetimeDays = 31;

/**
 * Whether this number of phones was agreed to: the submitted number, or the one that the approver gives after reading
 * it. A larger number is never accepted. A smaller one is accepted while the ledger changes, but not if the approver
 * raised the number: then nobody has read the smaller one.
 */
export function isAgreed(
  planned: number,
  { submitted, given, mayShrink }: { submitted: number; given?: number | undefined; mayShrink: boolean },
): boolean {
  const agreed = given ?? submitted;
  return planned === agreed || (mayShrink && agreed <= submitted && planned < agreed);
}

/** @throws broadcast.wrong-state */
export function requireAllowed(broadcast: Pick<Broadcast, 'state'>, action: BroadcastAction): void {
  if (!transitions[action].from.includes(broadcast.state))
    throw WrongState({ state: broadcast.state, action });
}

/** @throws broadcast.expired, broadcast.expiry-too-late */
export function requireExpiry(expiresAt: Date, now: Date, startsAt: Date = now): void {
  if (expiresAt <= now) throw BroadcastExpired();
  const begins = Math.max(now.getTime(), startsAt.getTime());
  if (expiresAt.getTime() - begins > maxLifetimeDays * 86_400_000)
    throw ExpiryTooLate({ days: maxLifetimeDays });
}

/** Whether it goes before everything else of its lane: what was wrong does harm until it is corrected. */
export const goesFirst = ({ follows }: Pick<Broadcast, 'follows'>): boolean =>
  follows?.relation === 'correction';

/** Whether this person had a hand in it, and so can't be the second pair of eyes. */
export const hadAHandIn = (
  broadcast: Pick<Broadcast, 'authors' | 'createdBy' | 'returnedBy' | 'submittedBy'>,
  memberId: string,
): boolean =>
  [
    ...broadcast.authors,
    ...(broadcast.returnedBy ?? []),
    broadcast.createdBy,
    broadcast.submittedBy,
  ].includes(memberId);

/** Why a duty officer approved it alone; undefined if two people did, or nobody yet. */
export const brokenGlass = ({
  planned,
  decisionNote,
}: Pick<Broadcast, 'planned' | 'decisionNote'>): string | undefined =>
  // An approval has no other note.
  planned === undefined ? undefined : decisionNote;
