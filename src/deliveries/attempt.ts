import type { FailureKind } from './failure.js';

/** What is known about an attempt after the provider has answered, or has failed to answer. */
export type AttemptResult =
  | { readonly kind: 'accepted'; readonly providerRef: string }
  /** Proven not sent. It may be sent again. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly afterMs: number }
  | { readonly kind: 'rejected'; readonly reason: string; readonly failure?: FailureKind }
  /** It may have been sent. It is never sent again as it stands. */
  | { readonly kind: 'in-doubt'; readonly reason: string };

export interface RecordedAttempt {
  readonly n: number;
  readonly token: string;
  readonly result: AttemptResult;
}
