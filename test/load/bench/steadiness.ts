export interface Steadiness {
  /** Share of the allowed rate that was used, without the first two and the last two seconds. */
  readonly used: number;
  /** The most arrivals in any second, wherever the second begins. */
  readonly maxInASecond: number;
}

/** Left out at either end of a run, in milliseconds: it is still starting, or has nothing left to send. */
const edgeMs = 2000;

/** @param arrivals milliseconds, in rising order */
export function steadiness(arrivals: Float64Array, unitsPerSecond: number): Steadiness {
  const times = arrivals.toSorted();
  const [from, to] = [(times[0] ?? 0) + edgeMs, (times.at(-1) ?? 0) - edgeMs];
  const within = times.filter((time) => time >= from && time < to).length;
  let mostInASecond = 0;
  let oldest = 0;
  for (let at = 0; at < times.length; at++) {
    while (times[at]! - times[oldest]! >= 1000) oldest++;
    mostInASecond = Math.max(mostInASecond, at - oldest + 1);
  }
  return { used: within / ((unitsPerSecond * (to - from)) / 1000), maxInASecond: mostInASecond };
}
