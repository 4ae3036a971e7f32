import { Injectable } from '@nestjs/common';

/** Requests to a provider at once, a process: as many as there are connections to it. */
export const maxInFlight = 256;
const minAllowed = 4;
/** What is left of them after a refusal for being too many. */
const afterRefusal = 0.7;
/** Refusals in this time, in milliseconds, are of one and the same crowd. */
const oneCrowdMs = 250;
/** How close to the number at which the provider refused it is wise to come again, and for how long, in milliseconds. */
const wary = 0.9;
const waryForMs = 30_000;

/**
 * How many requests are under way, and how many may be: fewer at each refusal, one more for each full round that went
 * well, and no more while the provider says that it is nearly as busy as when it refused.
 */
export class InFlight {
  private under = 0;
  private allowed = maxInFlight;
  private refusedAt = -Infinity;
  /** The provider's own count of our requests: the last one told, and the one at which it refused. */
  private providerCount = 0;
  private ceiling = Infinity;
  private readonly waiting: { readonly places: number; readonly go: () => void }[] = [];

  get limit(): number {
    return Math.floor(this.allowed);
  }

  /** Most places that are taken together: a half, so that the one half is prepared while the other is under way. */
  get maxPerEntry(): number {
    return Math.floor(this.limit / 2);
  }

  /** Resolves when there are so many places, at most {@link maxPerEntry}, which are then taken; first come, first served. */
  async enter(places: number): Promise<void> {
    if (this.waiting.length === 0 && this.under + places <= this.limit) this.under += places;
    else await new Promise<void>((go) => this.waiting.push({ places, go }));
  }

  leave(places = 1): void {
    this.under -= places;
    for (;;) {
      const [next] = this.waiting;
      // Whoever waits for more than there may be by now goes when nobody else is under way.
      if (!next || (this.under > 0 && this.under + next.places > this.limit)) return;
      this.waiting.shift();
      this.under += next.places;
      next.go();
    }
  }

  /** The provider counts so many requests of this account under way, those of other processes included. */
  noteProviderCount(requests: number): void {
    this.providerCount = requests;
  }

  refused(): void {
    const now = performance.now();
    if (now - this.refusedAt < oneCrowdMs) return;
    this.refusedAt = now;
    // Where few were under way it is others who are too many: what may be is halved at most, for a start.
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

/** One for each provider: what a slow or crowded one refuses must not slow another. */
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
