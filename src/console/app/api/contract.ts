import type { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from 'geojson';
import type { Right } from '../../../staff/rights.js';
import type { Encoding } from '../../../messages/measure-text.js';

/** West, south, east, north; WGS 84. */
export type BoundingBox = readonly [number, number, number, number];

export type PlaceKind = 'property' | 'block' | 'area' | 'municipality';

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly boundingBox: BoundingBox;
  /** Whether staff saved it under a name; else it comes from a register. */
  readonly saved?: boolean;
}

export interface PlaceInDetail extends Place {
  readonly geometry: MultiPolygon | Polygon;
  readonly addresses: number;
  /** Of a property: the block that holds all its addresses. */
  readonly block?: { readonly id: string; readonly name: string };
}

export interface Address {
  readonly id: string;
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  readonly point: readonly [number, number] | null;
  readonly propertyId: string | null;
  readonly propertyName: string | null;
}

export interface Topic {
  readonly id: string;
  readonly slug: string;
  readonly name: { readonly sv: string; readonly en: string };
  readonly description: { readonly sv: string; readonly en: string };
  readonly state: string;
  readonly department: string;
  readonly owner: string;
  readonly subscribers: number;
}

export type Lane = 'crisis' | 'urgent' | 'routine';
export type Channels = 'mobile-first' | 'both';

export interface MapBackground {
  readonly template: string;
  readonly attribution: string;
  /** Pixels along a tile's side. */
  readonly tileSize: number;
}

export interface Settings {
  readonly municipality: { readonly name: string; readonly boundingBox: BoundingBox | null };
  /** A map of somebody else's beneath ours; `template` has {z}, {x} and {y}. */
  readonly mapBackground: MapBackground | null;
  readonly typeCountAbove: number;
  readonly lanes: readonly Lane[];
  readonly languages: readonly string[];
  readonly senders: { readonly alert: string; readonly topic: string; readonly voice: string };
}

export type Shape = Polygon | MultiPolygon;

/** A point or a line, and how far from it. */
export interface Near {
  readonly geometry: Point | LineString | MultiPoint | MultiLineString;
  readonly metres: number;
  /** What it was found by; for titles only. */
  readonly name?: string;
}

export const phoneRoles = ['resident', 'owner', 'business', 'watcher'] as const;
export type PhoneRole = (typeof phoneRoles)[number];

/** Everyone in any of its parts, but for who is at the places of `minus`; in all roles when none are named. */
export interface AreaAudience {
  readonly places?: readonly string[];
  /** By which address a property was chosen or left out, by the property's id; for titles only. */
  readonly chosenBy?: Readonly<Record<string, string>>;
  readonly polygon?: Shape;
  readonly near?: readonly Near[];
  readonly minus?: { readonly places: readonly string[] };
  readonly roles?: readonly PhoneRole[];
  /** Only who has not had this broadcast, nor what extended it; the API sets it for an extension. */
  readonly beyond?: string;
}

export type Audience =
  | AreaAudience
  | { readonly topic: string }
  /** Who had this broadcast or what extended it. */
  | { readonly recipientsOf: string };

export const isArea = (audience: Audience): audience is AreaAudience =>
  !('topic' in audience || 'recipientsOf' in audience);

/** How a broadcast follows another. */
export const relations = ['extension', 'update', 'all-clear'] as const;
export type Relation = (typeof relations)[number];

export interface Estimate {
  readonly segments: number;
  readonly calls: number;
  readonly costOre: number;
  readonly seconds: number;
}

/** Whom an audience reaches if it were sent now. */
export interface Preview {
  readonly phones: { readonly mobile: number; readonly landline: number };
  readonly addresses: number;
  readonly unreachableAddresses: number;
  readonly suppressed: Readonly<Record<string, number>>;
  readonly estimate?: Estimate;
}

export type BroadcastState =
  | 'draft'
  | 'pending-approval'
  | 'returned'
  | 'rejected'
  | 'approved'
  | 'sending'
  | 'paused'
  | 'completed'
  | 'cancelled';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface BroadcastSummary {
  readonly id: string;
  readonly kind: 'alert' | 'topic';
  readonly state: BroadcastState;
  readonly lane: Lane;
  readonly exercise: boolean;
  readonly audienceName: string;
  /** How the first text begins. */
  readonly excerpt: string;
  readonly createdAt: string;
  readonly createdBy?: Person;
  readonly expiresAt: string;
  /** Undefined until it was approved. */
  readonly planned?: number;
  readonly percent: number;
  /** What it follows; `root` is the first of them all. */
  readonly follows?: { readonly id: string; readonly relation: Relation; readonly root: string };
}

export interface NewText {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string;
}

/** A call, frame included. */
export interface Call {
  /** Of the text that is read: another than the text's own when no voice can read that. */
  readonly language: string;
  /** BCP 47. */
  readonly voice: string;
  readonly message: string;
  readonly parts: readonly string[];
  /** Of the message as it is spoken, and how many fit. */
  readonly characters: number;
  readonly most: number;
}

export interface BroadcastText extends NewText {
  readonly encoding: Encoding;
  readonly units: number;
  readonly segments: number;
  /** What a landline hears; undefined for a topic, which calls nobody; null when no voice can read any of the texts. */
  readonly call?: Call | null;
}

export interface BroadcastBody {
  /** Left out for an update and an all-clear. */
  readonly audience?: Audience;
  /** Left out for an extension, as is the lane. */
  readonly texts?: readonly NewText[];
  readonly lane?: Lane;
  readonly follows?: { readonly broadcast: string; readonly relation: Relation };
  readonly expiresAt: string;
  readonly exercise: boolean;
  readonly channels: Channels;
}

export type Action =
  'edit' | 'submission' | 'approval' | 'return' | 'rejection' | 'pause' | 'resumption' | 'cancellation';

/** What the history tells of. */
export type Act = Action | 'create' | 'break-glass';

export type Report = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** What went out by a channel: `units` are SMS parts or calls. */
export interface ChannelAccount {
  readonly planned: number;
  readonly delivered: number;
  readonly units: number;
  readonly costOre: number;
}

export type Account = Readonly<Record<'sms' | 'voice', ChannelAccount>>;

/** How quickly it goes out; `secondsLeft` is left out while a channel stands still. */
export interface Pace {
  readonly perMinute: number;
  readonly secondsLeft?: number;
}

export interface OtherAllClear {
  readonly id: string;
  readonly state: BroadcastState;
  readonly createdBy?: Person;
  readonly createdAt: string;
}

/** An alert that was not called off. */
export interface OpenAlert {
  readonly id: string;
  readonly state: BroadcastState;
  readonly exercise: boolean;
  readonly audienceName: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
}

export interface StillGoingOut {
  readonly id: string;
  readonly audienceName: string;
  /** Phones that have not been sent it. */
  readonly pending: number;
}

export interface Broadcast extends BroadcastSummary {
  readonly channels: Channels;
  readonly audience: Audience;
  /** What was made from it, oldest first. */
  readonly followedBy: readonly {
    readonly id: string;
    readonly relation: Relation;
    readonly state: BroadcastState;
  }[];
  /** All-clears of the same alert that may still be sent or were, but for this one; oldest first. */
  readonly otherAllClears: readonly OtherAllClear[];
  /** Of this alert and its extensions, those under way. */
  readonly stillGoingOut: readonly StillGoingOut[];
  readonly mayBeFollowed: boolean;
  readonly texts: readonly BroadcastText[];
  readonly submittedBy?: Person;
  readonly submittedAt?: string;
  readonly submittedCount?: number;
  readonly contentHash?: string;
  readonly decidedBy?: Person;
  readonly decidedAt?: string;
  readonly decisionNote?: string;
  /** Why a duty officer approved it alone; only then. */
  readonly brokenGlass?: string;
  /** All that was done to it, oldest first. */
  readonly history: readonly {
    readonly at: string;
    readonly act: Act;
    readonly by?: Person;
    /** Phones it reached when it was submitted. */
    readonly count?: number;
  }[];
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly preview?: Preview;
  /** Why there is no preview: a place or topic that is gone since. */
  readonly audienceProblem?: { readonly code: string; readonly sv: string; readonly en: string };
  readonly estimate?: Estimate;
  readonly allowed: readonly Action[];
  readonly report?: Report;
  /** Undefined until it was approved, and of what was disposed of long ago. */
  readonly account?: Account;
  readonly pace?: Pace;
}

export interface UnreachedAddress {
  readonly id: string;
  readonly street: string;
  /** Empty where a farm has none. */
  readonly number: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  readonly property: string | null;
}

/** The addresses that a broadcast does not reach, the first of them in the order of a walk. */
export interface Unreached {
  readonly basis: 'preview' | 'ledger';
  readonly total: number;
  readonly addresses: readonly UnreachedAddress[];
}

export interface Progress {
  readonly state: BroadcastState;
  readonly percent: number;
  readonly report: Report;
  readonly account?: Account;
  readonly pace?: Pace;
}

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly roles: readonly string[];
  /** The rights that the roles give. */
  readonly may: readonly Right[];
}
