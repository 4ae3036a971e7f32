import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { MigrationInterface } from 'typeorm';
import { Config } from '../config/config.js';
import { databaseOptions, type DatabaseSettings } from './data-source.js';

/** Provides the TypeORM `DataSource` to all modules. Modules register their entities by `TypeOrmModule.forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static with(
    migrations: (new () => MigrationInterface)[],
    { pool, direct = false }: Pick<DatabaseSettings, 'pool' | 'direct'>,
  ): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            ...databaseOptions({
              url: direct ? config.directDatabaseUrl : config.get('DATABASE_URL'),
              pool: config.get('DATABASE_POOL') ?? pool,
              migrations,
              direct,
            }),
            autoLoadEntities: true,
            retryAttempts: 20,
            retryDelay: 500,
          }),
        }),
      ],
    };
  }
}
