import type { Audience } from '../audiences/audience.js';
import { lanes } from '../kernel/lanes.js';
import type { Relation } from '../kernel/relations.js';
import { refusal } from '../kernel/refusal.js';
import type { Carried } from './carried-fields.js';

export const states = [
  'draft',
  'pending-approval',
  'returned',
  'rejected',
  'approved',
  'sending',
  'paused',
  'completed',
  'cancelled',
] as const;
export type BroadcastState = (typeof states)[number];

/** What people may do to a broadcast; each is the last part of its address in the API. */
export const actions = [
  'edit',
  'submission',
  'approval',
  'return',
  'rejection',
  'pause',
  'resumption',
  'cancellation',
] as const;
export type BroadcastAction = (typeof actions)[number];

/** What the history of a broadcast tells of, by the names it has in the API. */
export const acts = ['create', ...actions, 'break-glass'] as const;
export type Act = (typeof acts)[number];

/** All that changes a broadcast: what people do, and the engine. */
export const happenings = [...acts, 'start', 'completion'] as const;
export type Happening = (typeof happenings)[number];

/** `verification` is for codes and has a share of its own. */
export type Lane = (typeof lanes)[number] | 'verification';

/** The order in which they go out, strictly. */
export const lanesByUrgency: readonly Lane[] = ['verification', ...lanes];

export type BroadcastKind = 'alert' | 'topic' | 'verification';

export interface BroadcastText {
  /** ISO 639, e.g. `sv`. The first text is for everyone whose language has none. */
  readonly language: string;
  /** As it will be sent: plain punctuation, exercise marks and stop instruction in place. */
  readonly sms: string;
  /** What a call says; the SMS text when left out. */
  readonly voice?: string;
  /** Of the SMS. */
  readonly segments: number;
}

export interface Follows {
  readonly relation: Relation;
  /** The broadcast it was made from. */
  readonly id: string;
  /** The first of them all: who had it, or an extension of it, is one audience. */
  readonly root: string;
}

export interface Broadcast extends Carried {
  readonly id: string;
  readonly kind: BroadcastKind;
  readonly state: BroadcastState;
  readonly lane: Lane;
  readonly audience: Audience;
  readonly audienceName: string;
  /** The broadcast that this one extends, updates or calls off. */
  readonly follows?: Follows;
  readonly texts: readonly BroadcastText[];
  readonly expiresAt: Date;
  readonly departmentId?: string;
  readonly createdBy?: string;
  readonly createdAt: Date;
  /** Everyone who wrote or changed it. */
  readonly authors: readonly string[];
  readonly submittedBy?: string;
  readonly submittedAt?: Date;
  readonly submittedCount?: number;
  readonly contentHash?: string;
  /** The saved areas of the audience as they were when it was submitted: the version of each, by its id. */
  readonly areaVersions?: Readonly<Record<string, string>>;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly decisionNote?: string;
  readonly startedAt?: Date;
  readonly completedAt?: Date;
  readonly planned?: number;
  /** Raised by every change, so that a change from a stale read is refused. */
  readonly version: number;
}

/** From which states an action is allowed, and where it leads. The whole life of a broadcast, but for its end. */
export const transitions: Readonly<
  Record<BroadcastAction, { from: readonly BroadcastState[]; to: BroadcastState }>
> = {
  edit: { from: ['draft', 'returned', 'pending-approval'], to: 'draft' },
  submission: { from: ['draft', 'returned'], to: 'pending-approval' },
  approval: { from: ['pending-approval'], to: 'approved' },
  return: { from: ['pending-approval'], to: 'returned' },
  rejection: { from: ['pending-approval'], to: 'rejected' },
  pause: { from: ['approved', 'sending'], to: 'paused' },
  resumption: { from: ['paused'], to: 'sending' },
  cancellation: {
    from: ['draft', 'returned', 'pending-approval', 'approved', 'sending', 'paused'],
    to: 'cancelled',
  },
};

/** States in which deliveries may still go out. */
export const isUnderWay = (state: BroadcastState): boolean =>
  state === 'approved' || state === 'sending' || state === 'paused';

export const WrongState = refusal('broadcast.wrong-state', 'conflict', {
  sv: 'Det går inte när utskicket är i läget {state}.',
  en: 'That is not possible while the broadcast is {state}.',
});
export const FourEyesRequired = refusal('broadcast.four-eyes', 'forbidden', {
  sv: 'Den som har skrivit, ändrat eller lämnat in utskicket kan inte godkänna det. Be en kollega.',
  en: 'Whoever wrote, changed or submitted the broadcast can’t approve it. Ask a colleague.',
});
export const BroadcastExpired = refusal('broadcast.expired', 'invalid', {
  sv: 'Sluttiden har passerat. Sätt en ny.',
  en: 'The time it expires has passed. Set a new one.',
});
export const ExpiryTooLate = refusal('broadcast.expiry-too-late', 'invalid', {
  sv: 'Sluttiden får ligga högst {days} dygn fram.',
  en: 'It may expire at most {days} days from now.',
});

/** Longest life of a broadcast, in days: stale alerts must not go out (docs/rules.md "Mistakes others made"). */
export const maxLifetimeDays = 31;

/**
 * Whether so many phones were agreed to: the number that was submitted, or the one that the approver gives after having
 * read it. More is never agreed to. Fewer is while the ledger moves, but not where the approver raised the number: then
 * nobody has read the smaller one.
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
export function requireExpiry(expiresAt: Date, now: Date): void {
  if (expiresAt <= now) throw BroadcastExpired();
  if (expiresAt.getTime() - now.getTime() > maxLifetimeDays * 86_400_000)
    throw ExpiryTooLate({ days: maxLifetimeDays });
}

/** Whether this person had a hand in it, and so can't be the second pair of eyes. */
export const hadAHandIn = (
  broadcast: Pick<Broadcast, 'authors' | 'createdBy' | 'submittedBy'>,
  memberId: string,
): boolean => [...broadcast.authors, broadcast.createdBy, broadcast.submittedBy].includes(memberId);

/** Why a duty officer approved it alone; undefined when two people did, or nobody yet. */
export const brokenGlass = ({
  planned,
  decisionNote,
}: Pick<Broadcast, 'planned' | 'decisionNote'>): string | undefined =>
  // An approval carries no other note.
  planned === undefined ? undefined : decisionNote;
