import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { newId } from '../../kernel/ids.js';

const requestIdHeader = 'x-request-id';

/** What an id from outside may be. It stands in log lines and headers, so nothing that could end either. */
const acceptable = /^[\w.-]{1,64}$/;

/** The id that a proxy or a program gave the request, or a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && acceptable.test(given) ? given : newId();
}

interface Answering {
  /** Undefined once the answer was sent. */
  id: string | undefined;
}

const answering = new AsyncLocalStorage<Answering>();

/** Of the request that is being answered; undefined outside of one, as in a worker. */
export const currentRequestId = (): string | undefined => answering.getStore()?.id;

/** Makes the request's id known to all that is done to answer it, and says it in the answer. To be called first. */
export function followRequests(server: FastifyInstance): void {
  const stores = new WeakMap<IncomingMessage, Answering>();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id);
    const store = { id: request.id };
    stores.set(request.raw, store);
    answering.run(store, done);
  });
  // A database connection opened for this request outlives it, and may log.
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    const store = stores.get(raw);
    if (store) store.id = undefined;
    done();
  });
}
