/** A sender that the provider refuses: nothing is sent from it. */
export interface SenderStop {
  readonly sender: string;
  readonly reason: string;
  readonly at: Date;
  /** When it is retried automatically; null when only a person may start it. */
  readonly probeAt: Date | null;
  /** Whether deliveries that were rejected for this reason are planned again. */
  readonly takesBack: boolean;
}
