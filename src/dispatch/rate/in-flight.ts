import { Injectable } from '@nestjs/common';

/** Parallel requests of one process to a provider: as many as there are connections to it. */
export const maxInFlight = 256;
const minAllowed = 4;
/** The factor for the limit after a refusal for too many requests. */
const afterRefusal = 0.7;
/** Refusals within this time, in milliseconds, count as one. */
const oneCrowdMs = 250;
/**
 * The limit rises only while the provider's count is below this share of the count at the last refusal. That lasts for
 * this many milliseconds.
 */
const wary = 0.9;
const waryForMs = 30_000;

/**
 * How many requests are under way, and how many may be. Each refusal lowers the limit. Each full round of successes
 * raises it by one. It does not rise while the provider reports nearly as many requests as when it refused.
 */
export class InFlight {
  private under = 0;
  private allowed = maxInFlight;
  private refusedAt = -Infinity;
  /** The provider's own count of our requests: the last reported one, and the one at the last refusal. */
  private providerCount = 0;
  private ceiling = Infinity;
  private readonly waiting: { readonly places: number; readonly go: () => void }[] = [];

  get limit(): number {
    return Math.floor(this.allowed);
  }

  /**
   * The most places that one caller takes at once: half of the limit, so that one half is prepared while the other is
   * under way.
   */
  get maxPerEntry(): number {
    return Math.floor(this.limit / 2);
  }

  /** Takes places, at most {@link maxPerEntry}. Resolves when they are free. First come, first served. */
  async enter(places: number): Promise<void> {
    if (this.waiting.length === 0 && this.under + places <= this.limit) this.under += places;
    else await new Promise<void>((go) => this.waiting.push({ places, go }));
  }

  leave(places = 1): void {
    this.under -= places;
    for (;;) {
      const [next] = this.waiting;
      // A caller that waits for more places than the lowered limit allows may enter when no request is under way.
      if (!next || (this.under > 0 && this.under + next.places > this.limit)) return;
      this.waiting.shift();
      this.under += next.places;
      next.go();
    }
  }

  /** Stores the provider's count of this account's requests under way, including those of other processes. */
  noteProviderCount(requests: number): void {
    this.providerCount = requests;
  }

  refused(): void {
    const now = performance.now();
    if (now - this.refusedAt < oneCrowdMs) return;
    this.refusedAt = now;
    // If our own share was small, other processes caused the 429: at most halve the limit.
    const crowd = Math.min(Math.max(this.under, this.allowed / 2), this.allowed);
    this.allowed = Math.max(minAllowed, crowd * afterRefusal);
    this.ceiling = this.providerCount > 0 ? this.providerCount : Infinity;
  }

  accepted(): void {
    if (this.allowed >= maxInFlight) return;
    if (performance.now() - this.refusedAt > waryForMs) this.ceiling = Infinity;
    if (this.providerCount >= this.ceiling * wary) return;
    this.allowed = Math.min(maxInFlight, this.allowed + 1 / this.allowed);
  }
}

/** One for each provider, so that a slow or overloaded provider does not slow down another. */
@Injectable()
export class InFlights {
  private readonly all = new Map<string, InFlight>();

  of(provider: string): InFlight {
    const known = this.all.get(provider);
    if (known) return known;
    const inFlight = new InFlight();
    this.all.set(provider, inFlight);
    return inFlight;
  }
}
