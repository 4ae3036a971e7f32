import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { checksums } from '../../migrations/checksums.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { PlacesModule } from '../places/places.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import type { Config } from '../platform/config/config.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { migrate } from '../platform/database/migrate.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { StaffModule } from '../staff/staff.module.js';

/** The modules for commands that load registers (places and phones). Nothing in it sends. */
@Module({})
class RegistersModule {
  static with(config: Config): DynamicModule {
    return {
      module: RegistersModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(migrations, { pool: poolSizes.command, direct: true }),
        PlatformModule,
        StaffModule,
        PersonalDataModule,
        PlacesModule,
        DirectoryModule,
      ],
    };
  }
}

/** Runs a command on an up-to-date database. Closes the connections also after an error. */
export async function withRegisters<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const level = config.get('LOG_LEVEL');
  const options = { logger: new PinoLogger(level === 'info' ? 'warn' : level), abortOnError: false };
  const app = await NestFactory.createApplicationContext(RegistersModule.with(config), options);
  try {
    // Don't apply METRIC_SRID: a setting forgotten in one shell must not transform a whole city.
    await migrate(app.get(DataSource), checksums);
    return await work(app);
  } finally {
    await app.close();
  }
}
