import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Agent, request } from 'undici';
import { writeCounty, type CountyFiles } from '../../../../geo/county/county-files.js';
import { County } from '../../../../geo/county/county.js';
import type { CountySize } from '../../../../geo/county/county-plan.js';
import type { ChildRole } from '../../../../src/platform/processes/child-role.js';
import { Rig } from '../../rig/rig.js';
import { Staff } from '../../rig/staff.js';
import { monotonicMs } from '../monotonic.js';
import type { Profile } from '../profile.js';

export interface Answer {
  /** Time until the last byte had arrived. */
  readonly ms: number;
  readonly status: number;
  readonly body: Buffer;
}

/** What all parts of a run share: one PostgreSQL, the county's files, and a web process called as a browser does. */
export class PlacesGround {
  private web: ChildRole | undefined;
  private staff: Staff | undefined;
  private readonly agent = new Agent({ connections: 1, pipelining: 1, keepAliveTimeout: 60_000 });

  private constructor(
    readonly rig: Rig,
    readonly county: County,
    readonly size: CountySize,
    /** The folder of the county's files. The database's process reads them too. */
    readonly folder: string,
    readonly files: CountyFiles,
    readonly profile: Profile | undefined,
  ) {}

  /** @throws ProgramMissing */
  static async open(size: CountySize, profile?: Profile): Promise<PlacesGround> {
    const rig = await Rig.open({
      postgres: { settings: profile?.settings },
      onLine: (role, line) => console.error(`${role}: ${line}`),
    });
    try {
      await profile?.prepare(rig.db);
      const folder = path.join(rig.folder, 'county');
      mkdirSync(folder);
      const county = new County(size);
      const began = monotonicMs();
      const files = await writeCounty(county, folder);
      console.error(`the county's files were written in ${seconds(began)} s`);
      return new PlacesGround(rig, county, size, folder, files, profile);
    } catch (error) {
      await rig.close();
      throw error;
    }
  }

  /** Starts a new web process, whose caches are empty. */
  async startWeb(): Promise<void> {
    await this.web?.stop(10_000);
    this.web = await this.rig.start('web');
    this.staff ??= await Staff.hire(this.rig.db, this.rig.web);
  }

  /** @param body sent as JSON */
  async ask(method: 'GET' | 'POST', address: string, body?: object): Promise<Answer> {
    const began = monotonicMs();
    const answer = await request(`${this.rig.web}/api/v1${address}`, {
      dispatcher: this.agent,
      method,
      headers: { authorization: this.staff!.authorization(0), 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    const ms = monotonicMs() - began;
    if (answer.statusCode >= 400)
      throw new Error(`${method} ${address}: ${answer.statusCode} ${bytes.toString().slice(0, 500)}`);
    return { ms, status: answer.statusCode, body: bytes };
  }

  /** Runs a statement alone, on a connection of this process, until its rows have arrived. @returns milliseconds */
  async bare(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const began = monotonicMs();
    await this.rig.db.query(sql, [...parameters]);
    return monotonicMs() - began;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
    await this.rig.close();
  }
}

export const seconds = (began: number): string => ((monotonicMs() - began) / 1000).toFixed(1);
