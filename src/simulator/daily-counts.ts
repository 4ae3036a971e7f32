/** Number of texts accepted from each sender today, in UTC. */
export class DailyCounts {
  #day = 0;
  readonly #counts = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  count(sender: string, now: number): number {
    this.#turnTo(now);
    return this.#counts.get(sender) ?? 0;
  }

  note(sender: string, now: number): void {
    this.#turnTo(now);
    this.#counts.set(sender, (this.#counts.get(sender) ?? 0) + 1);
  }

  #turnTo(now: number): void {
    const day = Math.floor(now / 86_400_000);
    if (day === this.#day) return;
    this.#day = day;
    this.#counts.clear();
  }
}
