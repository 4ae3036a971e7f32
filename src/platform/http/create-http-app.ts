import cookie from '@fastify/cookie';
import type { LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { followRequests, requestIdOf } from '../logging/request-id.js';
import { limitBodies, usualBody } from './body-limits.js';
import { watchReadiness } from './drain.js';
import { useOwnCookies } from './own-cookies.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { readBodies } from './read-bodies.js';
import { withReadablePath } from './readable-path.js';
import { useSecurityHeaders } from './security-headers.js';
import { answerBrokenRequest, timeouts } from './timeouts.js';
import { warnOfProxy } from './warn-of-proxy.js';

/** The web server with what every page and every API shares: cookies, forms, security headers, problem documents. */
export async function createHttpApp(
  module: DynamicModule | Type,
  config: Config,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: usualBody,
    ...timeouts,
    clientErrorHandler: answerBrokenRequest,
    genReqId: requestIdOf,
    rewriteUrl: ({ url = '/' }) => withReadablePath(url),
    trustProxy: (_address: string, hop: number) => hop < config.get('TRUSTED_PROXIES'),
    // Requests under way end by themselves: see drain.
    forceCloseConnections: 'idle',
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    abortOnError: false,
    // A signature is over the bytes that came, not over what was read from them.
    rawBody: true,
  });
  followRequests(app.getHttpAdapter().getInstance());
  await useSecurityHeaders(app, {
    background: config.get('MAP_BACKGROUND_URL')?.origin,
    isSecure: config.publicUrl.startsWith('https:'),
  });
  warnOfProxy(app.getHttpAdapter().getInstance(), config.get('TRUSTED_PROXIES'));
  readBodies(app);
  limitBodies(app.getHttpAdapter().getInstance());
  await app.register(cookie);
  useOwnCookies(app.getHttpAdapter().getInstance(), config.publicUrl);
  // Many clients say `application/json` with every POST; without a body that is no fault.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ headers }, _reply, done) => {
      const empty =
        headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
      if (empty) delete headers['content-type'];
      done();
    });
  // A body that can't be read is refused before Nest is asked, so its filter never hears of it.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      route.errorHandler ??= sendProblem;
    });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      // What the API answers is staff's or a person's, unless its route says otherwise.
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
      done();
    });
  app.useGlobalFilters(new ProblemFilter());
  watchReadiness(app);
  return app;
}
