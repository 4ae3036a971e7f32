/** What messages go out from, and why nothing does if the provider said no. */
export interface Sender {
  readonly id: string;
  /** A sender name or a number. */
  readonly address: string;
  readonly stopped?: {
    readonly reason: string;
    readonly at: string;
    /** When it is tried again by itself, if it is. */
    readonly probeAt: string | null;
  };
}

/** What the provider does not answer, and what nobody knows because of it. */
export interface ProviderTroubles {
  readonly lookUps: readonly { readonly question: string; readonly reason: string; readonly since: string }[];
  readonly doubts: { readonly waiting: number; readonly since: string | null };
}
