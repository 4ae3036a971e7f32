import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../platform/config/config.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { AppModule } from './app.module.js';

/** The public pages, the staff API and console, and the provider's callbacks. */
export async function startWeb(config: Config): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.with(config), config, new PinoLogger(config.get('LOG_LEVEL')));
  await app.listen(config.get('PORT'), config.get('HOST'));
  return app;
}
