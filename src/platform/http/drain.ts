import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SchemaReadiness } from '../database/schema-readiness.js';
import { Stopping } from '../processes/stopping.js';

/** Milliseconds between looks for connections that have become idle. */
const lookEvery = 100;

/**
 * Stops a web server without cutting what it is answering: `/readyz` says 503 for the grace, so that a proxy sends no more
 * here; then nothing new is accepted, streams end, and requests under way are waited for.
 *
 * @param grace milliseconds
 */
export async function drain(app: NestFastifyApplication, grace: number): Promise<void> {
  app.get(Stopping).begin();
  await pause(grace);
  // A connection whose last request has just been answered would be kept open for its next one.
  const idle = setInterval(() => app.getHttpServer().closeIdleConnections(), lookEvery);
  await app.close();
  clearInterval(idle);
}

/**
 * Lets no request in but the health checks' while migrations are missing: a page would fail somewhere in the middle. From
 * the moment that the process is told to stop, each answer tells its client to connect anew next time, also that to a request
 * which came before: a connection that its client keeps would be waited for as long as it may be idle.
 */
export function watchReadiness(app: NestFastifyApplication): void {
  const [schema, stopping] = [app.get(SchemaReadiness), app.get(Stopping)];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    if (request.url !== '/healthz' && request.url !== '/readyz') await schema.require();
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (stopping.hasBegun) void reply.header('connection', 'close');
    await Promise.resolve();
  });
}
