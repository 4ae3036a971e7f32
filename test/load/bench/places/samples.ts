import type { Figure } from '../targets.js';

/** How long something took, each time it was done, in milliseconds. */
export class Samples {
  private readonly taken: { readonly ms: number; readonly what: string }[] = [];

  constructor(readonly name: string) {}

  /** @param what told of the slowest */
  add(ms: number, what: string): void {
    this.taken.push({ ms, what });
  }

  get count(): number {
    return this.taken.length;
  }

  /** The time that such a share of them took at most: the nearest that was measured, never one between two. */
  percentile(share: number): number {
    const sorted = this.taken.map(({ ms }) => ms).toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  }

  slowest(count: number): string[] {
    return this.taken
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, count)
      .map(({ ms, what }) => `${ms.toFixed(1)} ms  ${what}`);
  }

  /** @param atMost what 95 of a hundred should stay under, in milliseconds */
  figures(atMost?: number): Figure[] {
    const figure = (name: string, share: number): Figure => ({
      name: `${this.name}, ${name}`,
      value: this.percentile(share),
      unit: 'ms',
    });
    return [
      figure('p50', 0.5),
      { ...figure('p95', 0.95), ...(atMost !== undefined && { target: { atMost } }) },
      figure('most', 1),
    ];
  }

  /** Beside what can't be beaten, which is measured in the same run: its half and 95 of a hundred, and the ratios. */
  against(bare: Samples): Figure[] {
    const [half, most] = bare.figures();
    const ratio = (name: string, share: number): Figure => ({
      name: `${bare.name} / ${this.name}, ${name}`,
      value: bare.percentile(share) / this.percentile(share),
      unit: '×',
    });
    return [half!, most!, ratio('p50', 0.5), ratio('p95', 0.95)];
  }
}
