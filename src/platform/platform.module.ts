import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from '../kernel/clock.js';
import { SchemaReadiness } from './database/schema-readiness.js';
import { HealthController } from './http/health.controller.js';
import { Stopping } from './processes/stopping.js';
import { WorkerPresence } from './processes/worker-presence.js';

/** Technical services without domain logic: clock, readiness, stopping, presence of workers. A global module. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [{ provide: Clock, useClass: SystemClock }, SchemaReadiness, Stopping, WorkerPresence],
  exports: [Clock, SchemaReadiness, Stopping, WorkerPresence],
})
export class PlatformModule {
  /** The module with a clock other than the system's. */
  static with(clock: Clock): DynamicModule {
    return { module: PlatformModule, providers: [{ provide: Clock, useValue: clock }] };
  }
}
