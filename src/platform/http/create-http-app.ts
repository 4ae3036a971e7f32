import cookie from '@fastify/cookie';
import type { LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { followRequests, requestIdOf } from '../logging/request-id.js';
import { answerKept } from './kept-replies.js';
import { limitBodies, usualBody } from './body-limits.js';
import { compressAnswers } from './compressed.js';
import { watchReadiness } from './drain.js';
import { useOwnCookies } from './own-cookies.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { readBodies } from './read-bodies.js';
import { withReadablePath } from './readable-path.js';
import { useSecurityHeaders } from './security-headers.js';
import { answerBrokenRequest, timeouts } from './timeouts.js';
import { warnOfProxy } from './warn-of-proxy.js';

/** Creates the web server with everything that pages and APIs share: cookies, forms, security headers, problems. */
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
    // Requests in progress are not aborted on close: see drain.
    forceCloseConnections: 'idle',
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    abortOnError: false,
    // A callback's signature is verified over the raw bytes, not over the parsed body.
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
  compressAnswers(app.getHttpAdapter().getInstance());
  await app.register(cookie);
  useOwnCookies(app.getHttpAdapter().getInstance(), config.publicUrl);
  // Many clients send `content-type: application/json` with every POST. Without a body that is not an error.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ headers }, _reply, done) => {
      const empty =
        headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
      if (empty) delete headers['content-type'];
      done();
    });
  // Fastify refuses an unreadable body before Nest runs, so Nest's filter never sees that error.
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
      // API answers are private to staff or to one person, unless the route sets cache-control itself.
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
      done();
    });
  app.useGlobalFilters(new ProblemFilter());
  watchReadiness(app);
  answerKept(app);
  return app;
}
