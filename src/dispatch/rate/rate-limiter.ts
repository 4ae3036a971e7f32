/** A request for units of a sender's rate. */
export interface RateRequest {
  readonly sender: string;
  readonly unitsPerSecond: number;
  /** The sender's full rate. A slowed worker must not fall behind lower lanes of workers that are not slowed. */
  readonly fullRate: number;
  /** Maximum number of units. */
  readonly wanted: number;
  /** Units of the next message. Fewer are useless, so fewer are never granted. */
  readonly atLeast: number;
  /** Units of the largest message that the sender can have. */
  readonly largest: number;
  /**
   * The share of the window that may be caught up with, 0–1. Across all workers a larger share is always served first:
   * a smaller share is granted nothing while a larger one keeps the sender ahead of it.
   */
  readonly share: number;
}

export interface RateGrant {
  /** 0, or between `atLeast` and `wanted`. */
  readonly units: number;
  /** How long to wait before the next request, if nothing was granted. */
  readonly waitMs: number;
}

/** The window in which a sender may catch up with its rate. A higher lane waits no longer than this. */
export const windowMs = 250;

/**
 * How far a sender may be ahead of its rate after a grant, in seconds: the message itself, and the part of the share of
 * a window that is left beside the largest possible message. So only the share decides who may ask sooner, never the
 * size of a message, and the largest message of the largest share is one window's worth. At rates so low that little is
 * left, half of the share keeps the order.
 */
export const burstSeconds = ({ unitsPerSecond, fullRate, atLeast, largest, share }: RateRequest): number => {
  const window = (windowMs / 1000) * share;
  return atLeast / unitsPerSecond + Math.max(window - largest / fullRate, window / 2);
};

/**
 * GCRA (the generic cell rate algorithm of ATM Forum TM 4.0) per sender, by one clock: that of the shared store. With
 * any number of workers, no more than the rate plus one window is sent.
 */
export abstract class RateLimiter {
  abstract take(request: RateRequest): Promise<RateGrant>;
}
