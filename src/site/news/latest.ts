import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { databaseFault } from '../../platform/database/database-fault.js';
import { MapOutlines, type Outline } from '../../places/map/map-outlines.repository.js';
import { Bulletin, type Reading } from '../../publishing/bulletin/bulletin.js';

/** Seconds after which a page says that it is not fresh. */
const freshSeconds = 30;

/** What is published, as the pages show it. */
export interface Latest {
  readonly reading: Reading;
  readonly now: Date;
  /** When it was like this, if that is so long ago that a reader must know. */
  readonly asOf: Date | undefined;
  /** The background of maps. */
  readonly outlines: readonly Outline[];
}

/** Reads what is published, for pages: with its age. */
@Injectable()
export class ReadLatest {
  constructor(
    private readonly bulletin: Bulletin,
    private readonly clock: Clock,
    private readonly mapOutlines: MapOutlines,
  ) {}

  /** @returns undefined if nothing was ever read and the database can't be reached now */
  async run(): Promise<Latest | undefined> {
    const now = this.clock.now();
    try {
      const reading = await this.bulletin.read();
      const isOld = reading.age > freshSeconds;
      const asOf = isOld ? new Date(now.getTime() - reading.age * 1000) : undefined;
      return { reading, now, asOf, outlines: await this.mapOutlines.all() };
    } catch (error) {
      if (!databaseFault(error)) throw error;
      return undefined;
    }
  }
}
