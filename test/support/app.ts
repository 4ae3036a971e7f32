import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/roles/app.module.js';
import { readBrand } from '../../src/platform/brand/read-brand.js';
import { Config } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { AuditLog } from '../../src/staff/audit-log.js';
import { holdAnswersToSchemas } from './answers-as-described.js';
import { requireAuditLast } from './audit-last.js';
import { testDatabaseUrl } from './database.js';
import { requireOneTransaction } from './one-transaction.js';

/** The settings that a test runs with. `overrides` replace them. */
export async function testConfig(overrides: Record<string, string> = {}): Promise<Config> {
  const databaseUrl = await testDatabaseUrl();
  return Config.read({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
    // Parallel tests share one Redis. The prefix keeps their doorbells apart.
    QUEUE_PREFIX: new URL(databaseUrl).pathname.slice(1),
    DATABASE_POOL: '4',
    ...(process.env['TEST_REDIS_URL'] ? { REDIS_URL: process.env['TEST_REDIS_URL'] } : {}),
    ...overrides,
  });
}

/** The whole web application, not initialised: routes may still be added. */
export async function createTestApp(overrides: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const config = await testConfig(overrides);
  const brand = await readBrand(config.get('BRAND_FOLDER'));
  const app = await createHttpApp(AppModule.with(config, { brand }), config, false);
  holdAnswersToSchemas(app);
  return app;
}

/** The whole web application, without a port: use `app.inject(…)`. Empty the database first. */
export async function startTestApp(overrides: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const app = await createTestApp(overrides);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  requireAuditLast(app.get(AuditLog));
  requireOneTransaction(app.get(DataSource));
  return app;
}
