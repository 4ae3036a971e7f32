import type { Figure } from '../targets.js';

/** The measured durations of one kind of work, in milliseconds. */
export class Samples {
  private readonly taken: { readonly ms: number; readonly what: string }[] = [];

  constructor(readonly name: string) {}

  /** @param what describes the sample when it is among the slowest */
  add(ms: number, what: string): void {
    this.taken.push({ ms, what });
  }

  get count(): number {
    return this.taken.length;
  }

  /** The percentile by nearest rank: a measured value, never interpolated. @param share 0–1, e.g. 0.95 for p95 */
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

  /** @param atMost target for p95, in milliseconds */
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

  /** The p50 and p95 of a baseline from the same run, which is the best possible, and its ratios to this one's. */
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
