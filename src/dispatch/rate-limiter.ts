/** What is asked of a sender's rate. */
export interface RateRequest {
  readonly sender: string;
  readonly unitsPerSecond: number;
  /** Units wanted at most. */
  readonly wanted: number;
  /** Units of the next message: less than this is of no use, so nothing less is granted. */
  readonly atLeast: number;
}

export interface RateGrant {
  /** 0, or between `atLeast` and `wanted`. */
  readonly units: number;
  /** How long to wait before asking again, when nothing was granted. */
  readonly waitMs: number;
}

/** Window in which a sender may catch up with its rate: a higher lane waits no longer than this. */
export const windowMs = 250;

/**
 * GCRA (the generic cell rate algorithm of ATM Forum TM 4.0) per sender, by one clock: the shared store's. No matter
 * how many workers ask, no more than the rate plus one window goes out.
 */
export abstract class RateLimiter {
  abstract take(request: RateRequest): Promise<RateGrant>;
}
