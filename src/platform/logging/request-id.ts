import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { newId } from '../../kernel/ids.js';

const requestIdHeader = 'x-request-id';

/** Allowed form of an id from outside. It is written to log lines and headers, so it must not be able to end either. */
const acceptable = /^[\w.-]{1,64}$/;

/** The id that a proxy or a client gave the request, or a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && acceptable.test(given) ? given : newId();
}

interface Answering {
  /** Undefined after the answer was sent. */
  id: string | undefined;
}

const answering = new AsyncLocalStorage<Answering>();

/** Id of the request being answered; undefined outside a request, for example in a worker. */
export const currentRequestId = (): string | undefined => answering.getStore()?.id;

/** Makes the request's id available to all code that answers it, and adds it to the answer. Call this first. */
export function followRequests(server: FastifyInstance): void {
  const stores = new WeakMap<IncomingMessage, Answering>();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id);
    const store = { id: request.id };
    stores.set(request.raw, store);
    answering.run(store, done);
  });
  // A database connection opened during this request outlives it and may log later, without this id.
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    const store = stores.get(raw);
    if (store) store.id = undefined;
    done();
  });
}
