import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { staffSource } from '../../kernel/reserved-sources.js';

/** Metres by which an outline may differ from the register's. */
const tolerance = 10;
/** Milliseconds for which the outlines are kept: an import changes them a few times a year. */
const keptFor = 600_000;
/** Milliseconds until a database that failed is asked again. */
const retryAfter = 10_000;

export interface Outline {
  readonly kind: 'municipality' | 'area';
  readonly name: string;
  /** WGS 84. */
  readonly shape: Polygon | MultiPolygon;
}

/** The outlines of the municipality and its residential areas, in memory, for maps on public pages. */
@Injectable()
export class MapOutlines {
  private kept: readonly Outline[] | undefined;
  private nextRead = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(private readonly db: DataSource) {}

  /** Waits for the database only the first time. None if they were never read and it can't be reached. */
  async all(): Promise<readonly Outline[]> {
    if (performance.now() >= this.nextRead)
      this.reading ??= this.refresh().finally(() => (this.reading = undefined));
    if (!this.kept) await this.reading;
    return this.kept ?? [];
  }

  /** A page without a background is better than no page. The bulletin logs that the database is away. */
  private async refresh(): Promise<void> {
    this.nextRead = performance.now() + retryAfter;
    try {
      this.kept = await this.read();
      this.nextRead = performance.now() + keptFor;
    } catch {
      // The last known outlines stay.
    }
  }

  /** Without the areas that staff have drawn: their names are not for the public. */
  private read(): Promise<Outline[]> {
    return this.db.query(
      `SELECT kind, name,
         ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(geom, $1), 4326), 5)::json AS shape
       FROM place WHERE valid_to IS NULL AND kind IN ('municipality', 'area') AND source <> $2
       ORDER BY kind DESC, ST_Area(geom) DESC`,
      [tolerance, staffSource],
    );
  }
}
