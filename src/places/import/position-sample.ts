/** Easting or longitude, northing or latitude, as a file has them. */
export type SampledPosition = readonly [x: number, y: number];

const most = 64;

/**
 * Some positions from all over a layer, regardless of its number of rows. It starts with every row; each time there are
 * too many, it drops every second one.
 */
export class PositionSample {
  private kept: SampledPosition[] = [];
  private step = 1;
  private rows = 0;

  /** @param geometry GeoJSON, unchecked */
  add(geometry: unknown): void {
    const position = firstPosition(geometry);
    if (!position) return;
    if (this.rows % this.step === 0) this.kept.push(position);
    this.rows += 1;
    if (this.kept.length < most) return;
    this.kept = this.kept.filter((_, index) => index % 2 === 0);
    this.step *= 2;
  }

  get positions(): readonly SampledPosition[] {
    return this.kept;
  }

  /** Most positions can't be longitude and latitude. */
  get isNoDegrees(): boolean {
    return this.degrees < this.kept.length / 2;
  }

  /** All positions can be longitude and latitude. In metres, they would be one spot off the coast of Africa. */
  get looksLikeDegrees(): boolean {
    return this.kept.length > 0 && this.degrees === this.kept.length;
  }

  private get degrees(): number {
    return this.kept.filter(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90).length;
  }
}

/** 0, 0 or 1, 1 or -1, -1: registers write these for unknown coordinates. */
export const isPlaceholder = (x: unknown, y: unknown): boolean => x === y && (x === 0 || x === 1 || x === -1);

function firstPosition(geometry: unknown): SampledPosition | undefined {
  let value = (geometry as { coordinates?: unknown } | null | undefined)?.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  if (!Array.isArray(value)) return undefined;
  const [x, y] = value as unknown[];
  // A placeholder says nothing about the reference of the others.
  if (isPlaceholder(x, y)) return undefined;
  return Number.isFinite(x) && Number.isFinite(y) ? [x as number, y as number] : undefined;
}
