import cookie from '@fastify/cookie';
import type { LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { limitBodies, usualBody } from './body-limits.js';
import { watchReadiness } from './drain.js';
import { useOwnCookies } from './own-cookies.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { readBodies } from './read-bodies.js';
import { withReadablePath } from './readable-path.js';
import { answerBrokenRequest, timeouts } from './timeouts.js';
import { warnOfProxy } from './warn-of-proxy.js';

/**
 * @param background where the map's background comes from, when that is not ourselves
 * @param isSecure whether the world reaches us by https alone
 */
const securityHeaders = (background: string | undefined, isSecure: boolean) => {
  const elsewhere = background === undefined ? '' : ` ${background}`;
  return Object.entries({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    // Inline styles are needed by the map; scripts come only from ourselves, workers also from blobs.
    'content-security-policy':
      `default-src 'self'; img-src 'self' data: blob:${elsewhere}; connect-src 'self'${elsewhere}; ` +
      "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; " +
      "frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
  });
};

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
  warnOfProxy(app.getHttpAdapter().getInstance(), config.get('TRUSTED_PROXIES'));
  readBodies(app);
  limitBodies(app.getHttpAdapter().getInstance());
  const headers = securityHeaders(
    config.get('MAP_BACKGROUND_URL')?.origin,
    config.publicUrl.startsWith('https:'),
  );
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
      for (const [name, value] of headers) if (!reply.hasHeader(name)) void reply.header(name, value);
      // What the API answers is staff's or a person's, unless its route says otherwise.
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
      done();
    });
  app.useGlobalFilters(new ProblemFilter());
  watchReadiness(app);
  return app;
}
