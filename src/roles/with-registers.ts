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

/** Who is where, and nothing that sends: what the commands that load registers run in. */
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

/** Runs a command on an up-to-date database, and lets go of it whatever happens. */
export async function withRegisters<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const level = config.get('LOG_LEVEL');
  const options = { logger: new PinoLogger(level === 'info' ? 'warn' : level), abortOnError: false };
  const app = await NestFactory.createApplicationContext(RegistersModule.with(config), options);
  try {
    // The metric reference stays as it is: a setting forgotten in one shell must not move a city.
    await migrate(app.get(DataSource), checksums);
    return await work(app);
  } finally {
    await app.close();
  }
}
