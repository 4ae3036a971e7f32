import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Stopping } from '../processes/stopping.js';

declare module 'fastify' {
  interface FastifyInstance {
    knownTags?: KnownTags;
  }
}

/** Headers of one answer alone, or of a body that a 304 does not have. */
const ofOneAnswer = new Set(['age', 'connection', 'content-length', 'content-type', 'date', 'x-request-id']);

/** More addresses than pages and feeds have, so that nobody can fill the memory. */
const most = 500;

interface Known {
  readonly tag: string;
  readonly headers: OutgoingHttpHeaders;
  /** Seconds since it was confirmed; undefined if it may be out of date. */
  readonly age: () => number | undefined;
}

/**
 * Answers readers that already have a public page or feed, before the framework sees the request: most readers ask every
 * few seconds and nothing has changed. Everything else goes the usual way, which also remembers the headers to answer
 * with.
 */
export class KnownTags {
  private readonly byAddress = new Map<string, Known>();

  remember({ url }: FastifyRequest, reply: FastifyReply, tag: string, age: Known['age']): void {
    if (url.includes('?') || (this.byAddress.size >= most && !this.byAddress.has(url))) return;
    const headers = Object.fromEntries(
      Object.entries(reply.getHeaders()).filter(([name]) => !ofOneAnswer.has(name.toLowerCase())),
    );
    this.byAddress.set(url, { tag, headers, age });
  }

  /** @returns whether it was answered */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const asked = request.headers['if-none-match'];
    if (asked === undefined || request.method !== 'GET') return false;
    const known = this.byAddress.get(request.url ?? '');
    if (!known || (asked !== known.tag && asked !== `W/${known.tag}`)) return false;
    const age = known.age();
    if (age === undefined) return false;
    response.writeHead(304, { ...known.headers, age: String(age) }).end();
    return true;
  }
}

/** Puts the known answers in front of the framework. Call it when all listeners are there. */
export function answerKnownTags(app: NestFastifyApplication): void {
  const known = new KnownTags();
  const stopping = app.get(Stopping);
  app.getHttpAdapter().getInstance().decorate('knownTags', known);
  const server = app.getHttpServer();
  const listeners = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // An answer of a server that stops also closes the connection.
    if (!stopping.hasBegun && known.answer(request, response)) return;
    for (const listener of listeners) listener.call(server, request, response);
  });
}
