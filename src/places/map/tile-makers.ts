import { Injectable } from '@nestjs/common';
import { JsTileMaker } from './js-tile-maker.js';
import { PostgisTileMaker } from './postgis-tile-maker.js';
import type { TileMaker } from './tile-maker.js';

/** The two ways of making tiles. */
@Injectable()
export class TileMakers {
  constructor(
    private readonly postgis: PostgisTileMaker,
    private readonly own: JsTileMaker,
  ) {}

  /** PostGIS if it can. */
  async choose(): Promise<TileMaker> {
    return (await this.postgis.isAble()) ? this.postgis : this.own;
  }
}
