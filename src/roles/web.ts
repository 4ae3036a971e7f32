import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readBrand } from '../platform/brand/read-brand.js';
import { Config } from '../platform/config/config.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { drain } from '../platform/http/drain.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { isPortRefusal, portRefused } from '../platform/processes/free-port.js';
import { tellParent, untilStopped } from '../platform/processes/parent.js';
import { FollowLook } from '../publishing/look/follow-look.js';
import { announceAuditHead } from './announce-audit-head.js';
import { AppModule } from './app.module.js';
import type { RoleContext } from './role.js';

/** Starts the web server: public pages, staff API and console, and the provider's callbacks. */
export async function startWeb(config: Config): Promise<NestFastifyApplication> {
  const brand = await readBrand(config.get('BRAND_FOLDER'));
  const app = await createHttpApp(
    AppModule.with(config, { brand }),
    config,
    new PinoLogger(config.get('LOG_LEVEL')),
  );
  await app.get(FollowLook).start();
  try {
    await app.listen(config.get('PORT'), config.get('HOST'));
  } catch (error) {
    await app.close();
    throw isPortRefusal(error) ? portRefused('PORT', config.get('PORT')) : error;
  }
  return app;
}

const anHour = 3_600_000;

export async function runWeb({ env }: RoleContext): Promise<void> {
  const config = Config.read(env);
  config.requireOwnSecrets();
  const stopped = untilStopped();
  const app = await startWeb(config);
  const announcing = setInterval(() => void announceAuditHead(app), anHour);
  await tellParent({ state: 'ready' });
  await stopped;
  clearInterval(announcing);
  await drain(app, config.stopGrace * 1000);
}
