import { Controller, Get, Header, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';
import { SchemaReadiness } from '../database/schema-readiness.js';
import { Stopping } from '../processes/stopping.js';

const NotReady = refusal('not-ready', 'unavailable', {
  sv: 'Databasen svarar inte.',
  en: 'The database does not answer.',
});
const IsStopping = refusal('stopping', 'unavailable', {
  sv: 'Den här processen håller på att stänga.',
  en: 'This process is stopping.',
});

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly schema: SchemaReadiness,
    private readonly stopping: Stopping,
  ) {}

  /** Liveness: the process is running. */
  @Get('healthz')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  healthz() {
    return { status: 'ok' };
  }

  /** Readiness: the database answers, all migrations have run, and the process is not stopping. */
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async readyz() {
    if (this.stopping.hasBegun) throw IsStopping();
    try {
      await this.db.query('SELECT 1');
    } catch {
      throw NotReady();
    }
    await this.schema.require();
    return { status: 'ready' };
  }
}
