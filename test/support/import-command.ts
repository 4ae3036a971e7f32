import path from 'node:path';
import type { DataSource } from 'typeorm';
import { StartRefused } from '../../src/platform/processes/start-refused.js';
import { CommandLineWrong } from '../../src/roles/command-line.js';
import { importPlaces } from '../../src/roles/import.js';
import { testConfig } from './app.js';

/** The folder of other parties' data, beside the project, and the profiles that read them. */
export const othersData = path.join(process.cwd(), '../shared/data');
export const profiles = path.join(process.cwd(), 'geo/profiles');

type LayerCounts = Readonly<Record<string, unknown>>;

/** Runs `budkavle import` on a test's database, as from a command line. */
export class ImportCommand {
  /** What it printed, one entry per block of lines. */
  said: string[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly home: string,
  ) {}

  /** @returns the exit code */
  async run(argv: readonly string[], metricSrid = 3006): Promise<number> {
    const config = await testConfig({ METRIC_SRID: String(metricSrid), BUDKAVLE_HOME: this.home });
    try {
      const work = await importPlaces(argv, {
        say: (text) => void this.said.push(text),
        progress: { isTerminal: false, write: () => undefined },
      });
      await work(config);
      return 0;
    } catch (error) {
      if (!(error instanceof StartRefused)) throw error;
      // A refusal has already been printed.
      if (!(error instanceof CommandLineWrong)) return 1;
      this.said.push(error.message);
      return 2;
    }
  }

  /** Imports the data of that name with the project's profile of that name. */
  async ofOthers(name: string, metricSrid: number): Promise<number> {
    return this.run([path.join(profiles, `${name}.yaml`), '--data', path.join(othersData, name)], metricSrid);
  }

  async lastSummary(): Promise<{ layers: LayerCounts[]; gone: LayerCounts }> {
    const [row] = await this.db.query<{ summary: { layers: LayerCounts[]; gone: LayerCounts } }[]>(
      'SELECT summary FROM place_import ORDER BY id DESC LIMIT 1',
    );
    return row!.summary;
  }

  /** A hash of all places, addresses and pairs, including the version of each row. */
  async fingerprint(): Promise<unknown> {
    return this.db.query(
      `SELECT (SELECT md5(string_agg(id || ':' || xmin, ',' ORDER BY id)) FROM place) AS places,
              (SELECT md5(string_agg(id || ':' || xmin, ',' ORDER BY id)) FROM address) AS addresses,
              (SELECT md5(string_agg(place_id || ':' || address_id || ':' || xmin, ','
                                     ORDER BY place_id, address_id)) FROM address_place) AS pairs,
              (SELECT count(*)::int FROM place_past) AS pasts, (SELECT count(*)::int FROM address_past) AS address_pasts`,
    );
  }
}
