import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { databaseFault } from '../database/database-fault.js';
import { SchemaReadiness } from '../database/schema-readiness.js';
import { Stopping } from '../processes/stopping.js';
import { answersWithoutDatabase } from './answers-without-database.js';

/** Interval in milliseconds for closing idle connections. */
const lookEvery = 100;

/**
 * Stops a web server without aborting requests. During the grace period `/readyz` answers 503, so that a proxy sends no
 * more requests here. Then no new connections are accepted, event streams end, and it waits for the requests in
 * progress.
 *
 * @param grace milliseconds
 */
export async function drain(app: NestFastifyApplication, grace: number): Promise<void> {
  app.get(Stopping).begin();
  await pause(grace);
  // After an answer, a keep-alive connection stays open for the next request: close it when it is idle.
  const idle = setInterval(() => app.getHttpServer().closeIdleConnections(), lookEvery);
  await app.close();
  clearInterval(idle);
}

/**
 * While migrations are missing, refuses all requests except health checks: a page could fail in the middle.
 *
 * After the process is told to stop, each answer has `connection: close`, also answers to requests that arrived before.
 * Otherwise closing would wait for keep-alive connections until their idle timeout.
 */
export function watchReadiness(app: NestFastifyApplication): void {
  const [schema, stopping] = [app.get(SchemaReadiness), app.get(Stopping)];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    if (request.url === '/healthz' || request.url === '/readyz') return;
    try {
      await schema.require();
    } catch (error) {
      if (!answersWithoutDatabase(request) || !databaseFault(error)) throw error;
    }
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (stopping.hasBegun) void reply.header('connection', 'close');
    await Promise.resolve();
  });
}
