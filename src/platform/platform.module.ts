import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '../kernel/clock.js';
import { Brand } from './brand/brand.js';
import { SchemaReadiness } from './database/schema-readiness.js';
import { HealthController } from './http/health.controller.js';
import { Stopping } from './processes/stopping.js';
import { WorkerPresence } from './processes/worker-presence.js';

/** Technical services without domain logic: clock, readiness, stopping, presence of workers, brand. A global module. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Brand, useFactory: () => Brand.neutral() },
    SchemaReadiness,
    Stopping,
    WorkerPresence,
  ],
  exports: [Brand, Clock, SchemaReadiness, Stopping, WorkerPresence],
})
export class PlatformModule {
  /** The module with a clock other than the system's, and a look other than the neutral one. */
  static with(clock: Clock, brand: Brand): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Brand, useValue: brand },
      ],
    };
  }
}
