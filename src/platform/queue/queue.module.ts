import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { BullmqDoorbell } from './bullmq-doorbell.js';
import { Doorbell } from './doorbell.js';
import { PostgresBackend } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

/** Opens the doorbell on Redis if REDIS_URL is set, otherwise in the database. */
export function openDoorbell(config: Config): BullmqDoorbell {
  const redis = config.get('REDIS_URL');
  if (!redis) return new BullmqDoorbell(new PostgresBackend(config.directDatabaseUrl));
  const backend = new RedisBackend(redis, config.get('QUEUE_PREFIX'), (error) => doorbell.note(error));
  const doorbell = new BullmqDoorbell(backend);
  return doorbell;
}

/** The doorbell that wakes workers. If rings are lost, the sweeper finds the work in the ledger. A global module. */
@Global()
@Module({
  providers: [{ provide: Doorbell, inject: [Config], useFactory: openDoorbell }],
  exports: [Doorbell],
})
export class QueueModule {}
