import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The version of the data that the map shows. */
@Injectable()
export class MapVersionRepository {
  constructor(private readonly db: DataSource) {}

  /** Changes with every import and every saved area. */
  async current(): Promise<string> {
    const [row] = await this.db.query<{ version: string }[]>(
      `SELECT concat_ws(' ', (SELECT id FROM place_import ORDER BY id DESC LIMIT 1), (SELECT max(version) FROM saved_area)) AS version`,
    );
    return row!.version;
  }
}
