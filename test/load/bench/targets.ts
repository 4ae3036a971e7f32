/** A measured value, and its target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Left out if the value is only reported. */
  readonly target?: { readonly atLeast?: number; readonly atMost?: number };
}

export const isReached = ({ value, target }: Figure): boolean | undefined =>
  target && (target.atLeast === undefined || value >= target.atLeast) && (target.atMost ?? Infinity) >= value;

const round = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** One line per figure: name, value, target, and whether the target is reached. */
export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const { atLeast, atMost } = figure.target ?? {};
      const wanted = [
        atLeast === undefined ? '' : `≥ ${round(atLeast)}`,
        atMost === undefined ? '' : `≤ ${round(atMost)}`,
      ];
      const verdict =
        { true: 'reached', false: 'NOT REACHED', undefined: '' }[String(isReached(figure))] ?? '';
      return `${figure.name.padEnd(width)}  ${`${round(figure.value)} ${figure.unit}`.padEnd(18)} ${wanted.join('').padEnd(9)} ${verdict}`.trimEnd();
    })
    .join('\n');
}
