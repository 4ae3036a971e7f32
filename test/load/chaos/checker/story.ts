/**
 * What the checker compares: our ledger on one side, the provider's books and the handsets on the other. The checker
 * reads the ledger with its own statements; nothing here comes from the program.
 */

/** A period in which a broadcast must not be sent, in milliseconds since 1970. */
export interface Silence {
  /** When the hold or the cancellation was confirmed. */
  readonly from: number;
  /** When it was resumed; Infinity after a cancellation. */
  readonly until: number;
}

/** A broadcast, as the run that ordered it knows it. */
export interface Ordered {
  readonly id: string;
  readonly name: string;
  readonly lane: 'crisis' | 'urgent' | 'routine';
  /** Words that occur in this broadcast's text only. They identify the broadcast of a text on a handset. */
  readonly words: string;
  /** All phones at the addresses that it went to. */
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
  /** When its last attempt was marked as `sending`, before the socket was written; milliseconds since 1970. */
  readonly sentAt: number | null;
}

/** A request that the provider accepted by its own books, whether or not we got the answer. */
export interface Taken {
  readonly sid: string;
  readonly to: string;
  readonly kind: 'sms' | 'call';
  /** The provider's latest status of it. */
  readonly status: string;
  readonly errorCode: number | null;
  /** When it was accepted, milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds for which a fault of the provider delayed it before that. */
  readonly lateMs: number;
  /** The token of the attempt, from its callback's address. */
  readonly token: string;
}

/** A text or a call that a handset received. */
export interface Heard {
  readonly sid: string;
  readonly kind: 'sms' | 'call';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An entry of the provider's list for a phone, and the broadcasts that it belongs to. */
export interface Listed {
  readonly sid: string;
  readonly kind: 'sms' | 'call';
  readonly status: string;
  readonly at: number;
  /** The broadcast whose attempt it was, by the token it was sent with. */
  readonly of: string | undefined;
  /** The broadcasts whose rows or events in the ledger have it. */
  readonly claimedBy: readonly string[];
}

/** One delivery from all sides. */
export interface Story {
  readonly broadcast: Ordered;
  readonly row: Row;
  readonly events: readonly StoryEvent[];
  readonly taken: readonly Taken[];
  /** Matched by handset and words only. */
  readonly heard: readonly Heard[];
}

/** What the fault script did to some phones. Nothing else excuses that they were not reached. */
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
