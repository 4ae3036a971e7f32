import type { FastifyInstance } from 'fastify';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';

/** Says once that a proxy names its clients and is not believed: all of them would share one allowance. */
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
