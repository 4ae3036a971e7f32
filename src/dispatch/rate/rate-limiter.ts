/** What is asked of a sender's rate. */
export interface RateRequest {
  readonly sender: string;
  readonly unitsPerSecond: number;
  /** What the sender's rate is at its best: who is slowed must not fall behind lower lanes of others who are not. */
  readonly fullRate: number;
  /** Units wanted at most. */
  readonly wanted: number;
  /** Units of the next message: less than this is of no use, so nothing less is granted. */
  readonly atLeast: number;
  /** Units of the largest message that the sender may ever have. */
  readonly largest: number;
  /**
   * Share of the window that may be caught up with, 0–1. Who asks with a larger one is always served first, by all
   * workers together: a smaller share is granted nothing while a larger one keeps the sender ahead of it.
   */
  readonly share: number;
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
 * How far a sender may be ahead of its rate once a request is granted, in seconds: the message itself, and what of the
 * share of a window is left beside the largest there may be. So it is the share alone, never a message's size, that
 * says who may ask sooner, and the largest message of the largest share is one window's worth. At rates so low that
 * little is left, half of the share keeps the order.
 */
export const burstSeconds = ({ unitsPerSecond, fullRate, atLeast, largest, share }: RateRequest): number => {
  const window = (windowMs / 1000) * share;
  return atLeast / unitsPerSecond + Math.max(window - largest / fullRate, window / 2);
};

/**
 * GCRA (the generic cell rate algorithm of ATM Forum TM 4.0) per sender, by one clock: the shared store's. No matter
 * how many workers ask, no more than the rate plus one window goes out.
 */
export abstract class RateLimiter {
  abstract take(request: RateRequest): Promise<RateGrant>;
}
