/**
 * What the checker compares: our ledger on one side, the provider's books and the handsets on the other. Read with
 * statements of the checker's own; nothing here comes from the program.
 */

/** A time in which a broadcast must not be sent, in milliseconds since 1970. */
export interface Silence {
  /** When it was confirmed that it is held or cancelled. */
  readonly from: number;
  /** When it was let go on; Infinity after a cancellation. */
  readonly until: number;
}

/** A broadcast as whoever ordered it knows it. */
export interface Ordered {
  readonly id: string;
  readonly name: string;
  readonly lane: 'crisis' | 'urgent' | 'routine';
  /** Words that occur in this broadcast's text and in no other's: a handset's texts are told apart by them. */
  readonly words: string;
  /** Everybody who lives where it went. */
  readonly audience: ReadonlySet<string>;
  readonly silences: readonly Silence[];
  readonly isCancelled: boolean;
}

export interface StoryEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A row of our ledger. */
export interface Row {
  readonly n: number;
  readonly phone: string;
  readonly channel: 'sms' | 'voice';
  readonly status: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly token: string | null;
  readonly providerRef: string | null;
  readonly resent: boolean;
  /** When its last attempt was marked as being sent, before the socket was written; milliseconds since 1970. */
  readonly sentAt: number | null;
}

/** A request that the provider took, by its own books, whether or not we ever heard. */
export interface Taken {
  readonly sid: string;
  readonly to: string;
  readonly kind: 'sms' | 'call';
  /** What has become of it. */
  readonly status: string;
  readonly errorCode: number | null;
  /** When it was taken, milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds that the provider had it wait before that, by a fault of its own. */
  readonly lateMs: number;
  /** Of the attempt, from its callback's address. */
  readonly token: string;
}

/** A text or a call that a handset received. */
export interface Heard {
  readonly sid: string;
  readonly kind: 'sms' | 'call';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An entry of the provider's list for a phone, and whose it is. */
export interface Listed {
  readonly sid: string;
  readonly kind: 'sms' | 'call';
  readonly status: string;
  readonly at: number;
  /** The broadcast whose attempt it was, by the token it was sent with. */
  readonly of: string | undefined;
  /** The broadcasts in whose ledger it stands. */
  readonly claimedBy: readonly string[];
}

/** One delivery from all sides. */
export interface Story {
  readonly broadcast: Ordered;
  readonly row: Row;
  readonly events: readonly StoryEvent[];
  readonly taken: readonly Taken[];
  /** By the handset and the words alone. */
  readonly heard: readonly Heard[];
}

/** What the fault script did to some phones, which alone explains that they were not reached. */
export interface Excuses {
  readonly refused: ReadonlySet<string>;
  readonly unknownNumbers: ReadonlySet<string>;
  /** Texts to these are refused, and a call is the next try. */
  readonly refusedAsLandline: ReadonlySet<string>;
}

export interface Finding {
  readonly kind: 'missed' | 'duplicate' | 'excused-duplicate' | 'unexplained';
  readonly why: string;
}
