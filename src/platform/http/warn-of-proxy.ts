import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Says once that a proxy names its clients and is not believed: all of them would share one allowance. */
export function warnOfProxy(server: FastifyInstance, trustedProxies: number): void {
  if (trustedProxies > 0) return;
  const log = new Logger('http');
  let said = false;
  server.addHook('onRequest', ({ headers }, _reply, done) => {
    if (!said && headers['x-forwarded-for'] !== undefined) {
      said = true;
      log.warn(
        'a request came with x-forwarded-for, which is not believed: if a proxy stands in front, all residents share ' +
          'one allowance of codes until TRUSTED_PROXIES says how many proxies there are',
      );
    }
    done();
  });
}
