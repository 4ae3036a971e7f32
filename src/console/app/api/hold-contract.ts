import type { BroadcastState, Lane } from './contract.js';

/** A broadcast that waits for a decision, or has one. */
export interface HeldBroadcast {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly state: Extract<BroadcastState, 'approved' | 'sending' | 'paused'>;
  readonly takenOver: number;
  readonly notToldApart: number;
  readonly remaining: number;
  readonly goesOn: boolean;
}

/** Why nothing is sent; an empty object while all is as usual. */
export interface Hold {
  readonly waiting?: { readonly since: string; readonly why: string };
  readonly held?: {
    readonly since: string;
    readonly knownUntil: string;
    readonly unknown: number;
    readonly takenOver: number;
    readonly notToldApart: number;
    readonly fitsNone: number;
    readonly broadcasts: readonly HeldBroadcast[];
  };
}
