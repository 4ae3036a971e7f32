import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance } from 'fastify';
import { callsApi } from './calls-api.js';
import { creationsOf } from './creations.js';
import type { Form } from './form.js';
import { messagesApi } from './messages-api.js';
import { notFound, rateLimited, TwilioError, unauthenticated } from './twilio-error.js';
import type { World } from './world.js';

/** Everything under `/2010-04-01/Accounts/{sid}`: authentication, routes, and the format of refusals. */
export async function providerApi(app: FastifyInstance, world: World): Promise<void> {
  const { concurrency } = world;

  // Twilio accepts only forms.
  app.removeAllContentTypeParsers();
  await app.register(formbody);
  app.addHook('onRequest', (request, reply, done) => {
    const { account } = request.params as { account?: string };
    if (request.headers.authorization !== world.authorization) done(unauthenticated());
    else if (account !== world.accountSid) done(notFound(request.url));
    else {
      const current = concurrency.enter(reply.raw);
      reply.header('twilio-concurrent-requests', String(current));
      if (current > concurrency.most) done(rateLimited(1));
      else done();
    }
  });
  app.setErrorHandler((error: FastifyError | TwilioError, _request, reply) => {
    const refusal = error instanceof TwilioError ? error : translated(error);
    void reply
      .code(refusal.status)
      .headers(refusal.headers)
      .type('application/json; charset=utf-8')
      .send(refusal.body());
  });
  const creations = creationsOf(world);
  for (const kind of ['Messages', 'Calls'] as const) {
    app.post<{ Body: Form | undefined }>(`/${kind}.json`, async ({ body }, reply) => {
      reply.hijack();
      await creations[kind](body ?? {}, reply.raw, concurrency.current);
    });
  }
  messagesApi(app, world);
  callsApi(app, world);
  app.all('/*', (request) => {
    if (request.method === 'GET' || request.method === 'POST') throw notFound(request.url);
    throw new TwilioError(20004, 'Method not allowed', 405);
  });
}

function translated(error: FastifyError): TwilioError {
  if (error.statusCode === 413) return new TwilioError(20413, 'Request Entity Too Large', 413);
  if (error.statusCode === 415) return new TwilioError(12300, 'Invalid Content-Type', 415);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new TwilioError(20422, 'Invalid Parameter');
  return new TwilioError(20500, 'Internal Server Error', 500);
}
