import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { checksums } from '../../migrations/checksums.js';
import type { Config } from '../platform/config/config.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { migrate } from '../platform/database/migrate.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { AppModule } from './app.module.js';

/** Runs a command that needs all capabilities, on an up-to-date database. Nothing is served and nothing is sent. */
export async function withProgram<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const level = config.get('LOG_LEVEL');
  const app = await NestFactory.createApplicationContext(
    AppModule.with(config, { pool: poolSizes.command, direct: true }),
    {
      logger: new PinoLogger(level === 'info' ? 'warn' : level),
      abortOnError: false,
    },
  );
  try {
    await migrate(app.get(DataSource), checksums);
    return await work(app);
  } finally {
    await app.close();
  }
}
