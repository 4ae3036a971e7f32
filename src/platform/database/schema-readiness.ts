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

/** Milliseconds between looks while migrations are missing. */
const lookAgainAfter = 1_000;

/** Whether the database has all that this program needs. Once it has, it is not asked again. */
@Injectable()
export class SchemaReadiness {
  private readonly log = new Log('schema', platformEvents);
  private ready = false;
  private seen?: { readonly at: number; readonly missing: readonly string[] };

  constructor(
    private readonly db: DataSource,
    private readonly config: Config,
  ) {}

  /** @throws not-migrated, and whatever a database that is away throws */
  async require(): Promise<void> {
    if (this.ready) return;
    const missing = await this.missing();
    if (missing.length > 0) throw NotMigrated({ missing: missing.length });
    if (this.ready as boolean) return;
    this.ready = true;
    await this.tellSettingsAmiss().catch(() => undefined);
  }

  /**
   * Waits until the schema is there, and says what it waits for.
   *
   * @returns whether it is: false for a process that was told to end meanwhile
   */
  async wait(stopped: Promise<void>): Promise<boolean> {
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    let said = '';
    // Set from outside, between two looks.
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

  /** Once: it sends all the same, and how to mend it is the doctor's to say. */
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
