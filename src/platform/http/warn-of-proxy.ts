import type { FastifyInstance } from 'fastify';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';

/** Logs once if a proxy sends x-forwarded-for but is not trusted: all its clients would share one rate limit. */
export function warnOfProxy(server: FastifyInstance, trustedProxies: number): void {
  if (trustedProxies > 0) return;
  const log = new Log('http', platformEvents);
  let said = false;
  server.addHook('onRequest', ({ headers }, _reply, done) => {
    if (!said && headers['x-forwarded-for'] !== undefined) {
      said = true;
      log.write('proxy.not-trusted');
    }
    done();
  });
}
