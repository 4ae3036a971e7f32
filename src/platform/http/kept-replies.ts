import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Stopping } from '../processes/stopping.js';
import { bodyOf, isCompressedFor, isKnown, tagOf, type Content } from './send-to-any-site.js';

declare module 'fastify' {
  interface FastifyInstance {
    keptReplies?: KeptReplies;
  }
}

/** Headers of one answer alone, or of a body that a 304 does not have. */
const ofOneAnswer = new Set([
  ...['age', 'connection', 'date', 'etag', 'x-request-id'],
  ...['content-encoding', 'content-length', 'content-type'],
]);

/** Milliseconds after which one request goes the usual way again, so that its answer is kept instead. */
const renewedAfter = 500;
/** Milliseconds after which a kept answer is not used any more: it was not renewed. */
const usedFor = 2_000;
/** More addresses than pages and feeds have, so that nobody can fill the memory. */
const most = 500;

interface Kept {
  readonly content: Content;
  /** Names and values in turn, as Node writes them fastest. */
  readonly headers: readonly string[];
  /** Seconds since it was confirmed; undefined if it may be out of date. */
  readonly age: () => number | undefined;
  /** By `performance.now()`. */
  readonly until: number;
  renewAt: number;
}

/**
 * Answers requests for public pages and feeds before the framework sees them. Most readers ask every few seconds, and
 * nothing has changed. The usual way answers everything else, and one request for each address twice a second. It also
 * says what to answer until then.
 */
export class KeptReplies {
  private readonly byAddress = new Map<string, Kept>();

  /**
   * Keeps what the usual way has just answered with. The answer may depend on the path only.
   *
   * @param age seconds since the content was confirmed; undefined once it may be out of date
   */
  keep({ url }: FastifyRequest, reply: FastifyReply, content: Content, age: Kept['age']): void {
    const now = performance.now();
    if (url.includes('?') || !this.hasRoomFor(url, now)) return;
    const headers = Object.entries(reply.getHeaders())
      .filter(([name]) => !ofOneAnswer.has(name.toLowerCase()))
      .flatMap(([name, value]) => [name, String(value)]);
    this.byAddress.set(url, { content, headers, age, until: now + usedFor, renewAt: now + renewedAfter });
  }

  /** @returns whether it was answered */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', headers: asked } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const kept = this.byAddress.get(url);
    const now = performance.now();
    if (!kept || now > kept.until) return false;
    if (now > kept.renewAt) {
      kept.renewAt = kept.until;
      return false;
    }
    const age = kept.age();
    if (age === undefined) return false;
    const { content } = kept;
    const isCompressed = isCompressedFor(asked, content);
    const headers = [...kept.headers, 'age', String(age), 'etag', tagOf(content, isCompressed)];
    if (isKnown(asked, content.tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const body = bodyOf(content, isCompressed);
    headers.push('content-type', content.type, 'content-length', String(Buffer.byteLength(body)));
    if (isCompressed) headers.push('content-encoding', 'gzip');
    // Node leaves out the body of an answer to HEAD.
    response.writeHead(200, headers).end(body);
    return true;
  }

  /** Forgets what is not used any more, if there is no room otherwise. */
  private hasRoomFor(url: string, now: number): boolean {
    if (this.byAddress.size < most || this.byAddress.has(url)) return true;
    for (const [address, { until }] of this.byAddress) if (until < now) this.byAddress.delete(address);
    return this.byAddress.size < most;
  }
}

/** Puts the kept answers in front of the framework. Call it when all listeners are there. */
export function answerKept(app: NestFastifyApplication): void {
  const kept = new KeptReplies();
  const stopping = app.get(Stopping);
  app.getHttpAdapter().getInstance().decorate('keptReplies', kept);
  const server = app.getHttpServer();
  const listeners = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // An answer of a server that stops also closes the connection.
    if (!stopping.hasBegun && kept.answer(request, response)) return;
    for (const listener of listeners) listener.call(server, request, response);
  });
}
