import { NestFactory } from '@nestjs/core';
import { Worker } from '../dispatch/worker.js';
import { Config } from '../platform/config/config.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { SchemaReadiness } from '../platform/database/schema-readiness.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { SocialWork } from '../publishing/social/social-work.js';
import { WebhookWork } from '../publishing/webhooks/webhook-work.js';
import { touchWhileAlive } from '../platform/processes/alive-file.js';
import { tellParent, untilStopped } from '../platform/processes/parent.js';
import { WorkerPresence } from '../platform/processes/worker-presence.js';
import { AppModule } from './app.module.js';
import type { RoleContext } from './role.js';

/**
 * Sends approved broadcasts and maintains the ledger. Several workers may run, limited by the database's connections.
 */
export async function runWorker({ env }: RoleContext): Promise<void> {
  const config = Config.read(env);
  config.requireOwnSecrets();
  touchWhileAlive(config.get('WORKER_ALIVE_FILE'));
  const app = await NestFactory.createApplicationContext(AppModule.with(config, { pool: poolSizes.worker }), {
    logger: new PinoLogger(config.get('LOG_LEVEL')),
    abortOnError: false,
  });
  // Listen for the stop signal before anything is claimed: a worker stopped at once must leave no claim behind.
  const stopped = untilStopped();
  if (await app.get(SchemaReadiness, { strict: false }).wait(stopped)) {
    app.get(Worker, { strict: false }).start();
    app.get(SocialWork, { strict: false }).start();
    app.get(WebhookWork, { strict: false }).start();
    app.get(WorkerPresence, { strict: false }).start();
    await tellParent({ state: 'ready' });
  }
  await stopped;
  await app.close();
}
