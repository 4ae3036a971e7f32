import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';

const NotReady = refusal('not-ready', 'unavailable', {
  sv: 'Databasen svarar inte.',
  en: 'The database does not answer.',
});

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly db: DataSource) {}

  /** The process lives. */
  @Get('healthz')
  @HttpCode(200)
  healthz() {
    return { status: 'ok' };
  }

  /** The process can do its work now. */
  @Get('readyz')
  async readyz() {
    try {
      await this.db.query('SELECT 1');
    } catch {
      throw NotReady();
    }
    return { status: 'ready' };
  }
}
