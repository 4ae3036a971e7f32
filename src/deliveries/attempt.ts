import type { FailureKind } from './failure.js';

/** What is known of an attempt when the provider has answered, or has not. */
export type AttemptResult =
  | { readonly kind: 'accepted'; readonly providerRef: string }
  /** Proven not sent: it may go again. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly afterMs: number }
  | { readonly kind: 'rejected'; readonly reason: string; readonly failure?: FailureKind }
  /** It may have been sent: never again as it is. */
  | { readonly kind: 'in-doubt'; readonly reason: string };

export interface RecordedAttempt {
  readonly n: number;
  readonly token: string;
  readonly result: AttemptResult;
}
