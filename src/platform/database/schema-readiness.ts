import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../config/config.js';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';
import { settingsAmiss, settingsOfRole } from './role-settings.js';
import { ranMigrations } from './migration-drift.js';

export const NotMigrated = refusal('not-migrated', 'unavailable', {
  sv: 'Databasen är inte uppdaterad: {missing} migreringar har inte körts. Kör rollen migrate.',
  en: 'The database is not up to date: {missing} migrations have not run. Run the role migrate.',
});

/** Milliseconds between checks while migrations are missing. */
const lookAgainAfter = 1_000;

/** Whether all migrations of this program have run. Once they have, the database is not queried again. */
@Injectable()
export class SchemaReadiness {
  private readonly log = new Log('schema', platformEvents);
  private ready = false;
  private seen?: { readonly at: number; readonly missing: readonly string[] };

  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
  ) {}

  /** @throws not-migrated, or the error of a database that does not answer */
  async require(): Promise<void> {
    if (this.ready) return;
    const missing = await this.missing();
    if (missing.length > 0) throw NotMigrated({ missing: missing.length });
    if (this.ready as boolean) return;
    this.ready = true;
    await this.tellSettingsAmiss().catch(() => undefined);
  }

  /**
   * Waits until all migrations have run, and logs why it waits.
   *
   * @returns false if the process was told to stop during the wait
   */
  async wait(stopped: Promise<void>): Promise<boolean> {
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    let said = '';
    // isStopped changes while this loop awaits; the cast stops TypeScript from treating it as constant.
    while (!(isStopped as boolean)) {
      try {
        await this.require();
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== said) this.log.write('database.waiting', { reason });
        said = reason;
      }
      await Promise.race([pause(lookAgainAfter), stopped]);
    }
    return false;
  }

  /** Logs settings that differ, once. The program works without them; `doctor` says how to set them. */
  private async tellSettingsAmiss(): Promise<void> {
    const amiss = await settingsAmiss(this.db, settingsOfRole(this.config.get('STATEMENT_TIMEOUT_MS')));
    if (Object.keys(amiss).length > 0) this.log.write('database.role-settings-differ', { settings: amiss });
  }

  private async missing(): Promise<readonly string[]> {
    const now = Date.now();
    if (this.seen && now - this.seen.at < lookAgainAfter) return this.seen.missing;
    const ran = new Set(await ranMigrations(this.db));
    const names = this.db.migrations.map((migration) => migration.name ?? migration.constructor.name);
    const missing = names.filter((name) => !ran.has(name));
    this.seen = { at: now, missing };
    return missing;
  }
}
