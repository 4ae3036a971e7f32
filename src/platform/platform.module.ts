import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../kernel/clock.js';
import { HealthController } from './http/health.controller.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [{ provide: Clock, useClass: SystemClock }],
  exports: [Clock],
})
export class PlatformModule {}
