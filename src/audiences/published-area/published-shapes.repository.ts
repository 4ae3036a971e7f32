import { Injectable } from '@nestjs/common';
import type { Polygon } from 'geojson';
import { DataSource } from 'typeorm';
import { bounded } from '../../platform/database/bounded.js';
import type { AreaAudience } from '../audience.js';
import { judgedSql } from './judged-shape.sql.js';
import { shapesSql } from './published-shape.sql.js';
import { thinnedSql } from './thinned-shape.sql.js';

/** A polygon that is to be published, and how much it may be thinned. */
export interface Candidate {
  /** In the metric reference, as hex EWKB. */
  readonly shape: string;
  /** Metres that it may deviate. */
  readonly tolerance: number;
}

interface Thinned {
  readonly index: number;
  /** Nobody moved in or out by thinning, and all polygons are whole. */
  readonly isKept: boolean;
  readonly polygons: readonly Polygon[];
}

/** A million addresses are compared in memory. */
const memory = '128MB';

/** The shapes of areas that are to be published. Reads only; each statement runs at most `patience` milliseconds. */
@Injectable()
export class PublishedShapes {
  constructor(private readonly db: DataSource) {}

  /** The polygons of an area, each with the tolerance to begin with. They may still have holes. */
  async of(audience: AreaAudience, patience: number): Promise<Candidate[]> {
    return this.rows(patience, (given) => shapesSql(audience, given));
  }

  /** @returns what became of each candidate, in the same order */
  async thin(audience: AreaAudience, candidates: readonly Candidate[], patience: number): Promise<Thinned[]> {
    return this.rows(patience, (given) => thinnedSql(audience, JSON.stringify(candidates), given));
  }

  /** The streets outside the polygons, and whether nobody who is left out lies in any of them. */
  async judge(
    audience: AreaAudience,
    polygons: readonly Polygon[],
    mostOutside: number,
    patience: number,
  ): Promise<{ streets: string[]; isTrue: boolean }> {
    const [row] = await this.rows<{ streets: string[]; isTrue: boolean }>(patience, (given) =>
      judgedSql(audience, JSON.stringify(polygons), mostOutside, given),
    );
    return row!;
  }

  private rows<Row>(
    patience: number,
    text: (given: (value: unknown, type: string) => string) => string,
  ): Promise<Row[]> {
    const parameters: unknown[] = [];
    const statement = text((value, type) => `$${parameters.push(value)}::${type}`);
    return bounded(this.db, { memory, patience: Math.ceil(patience) }, (tx) =>
      tx.query<Row[]>(statement, parameters),
    );
  }
}
