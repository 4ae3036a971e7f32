import type { FastifyInstance } from 'fastify';
import { type Limits, limitsSchema } from './limits.js';
import { explained } from './schema-refusal.js';
import type { World } from './world.js';

/**
 * `POST /limits` sets rates, queues and the maximum number of concurrent requests. `GET` returns them and the present
 * queues. `DELETE` removes them.
 */
export function limitsApi(app: FastifyInstance, { queues, concurrency }: World): void {
  let current: Limits = {};
  const set = (limits: Limits) => {
    current = limits;
    queues.load(limits.senders ?? []);
    concurrency.most = limits.concurrentRequests ?? Infinity;
  };
  const report = () => ({ ...current, now: { requests: concurrency.current, queues: queues.report() } });

  app.post<{ Body: Limits }>(
    '/limits',
    { schema: { body: limitsSchema }, schemaErrorFormatter: explained('the limits') },
    (request) => {
      set(request.body);
      return report();
    },
  );
  app.get('/limits', report);
  app.delete('/limits', (_request, reply) => {
    set({});
    return reply.code(204).send();
  });
}
