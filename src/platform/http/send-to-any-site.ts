import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from './compressed.js';

/** Seconds for which caches may go on answering while we can't. */
const usableSeconds = 600;

export interface Content {
  /** Content type. */
  readonly type: string;
  readonly body: string | Buffer;
  /** The body for clients that accept gzip; undefined if it is always sent as it is. */
  readonly gzip?: (() => Buffer) | undefined;
  /** An entity tag, with its quotes; weak if the same content may be other bytes. */
  readonly tag: string;
  /** Seconds for which caches may answer without asking. */
  readonly maxAge: number;
}

/** Sends what every website may read. A reader that has it already gets 304. */
export function sendToAnySite(request: FastifyRequest, reply: FastifyReply, content: Content): void {
  void reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'age, etag, last-modified')
    .header('cross-origin-resource-policy', 'cross-origin');
  sendUnlessKnown(request, reply, content);
}

/** Sends content with its tag. A reader that has it already gets 304. */
export function sendUnlessKnown({ headers }: FastifyRequest, reply: FastifyReply, content: Content): void {
  const { type, maxAge, gzip } = content;
  const compressed = isCompressedFor(headers, content);
  void reply
    .header('etag', tagOf(content, compressed))
    .header('cache-control', `public, max-age=${maxAge}, stale-if-error=${usableSeconds}`);
  if (gzip) void reply.header('vary', 'accept-encoding');
  if (isKnown(headers, content.tag)) {
    void reply.status(304).send();
    return;
  }
  if (compressed) void reply.header('content-encoding', 'gzip');
  void reply.type(type).send(bodyOf(content, compressed));
}

export const isCompressedFor = (headers: IncomingHttpHeaders, { gzip }: Content): boolean =>
  gzip !== undefined && acceptsGzip(headers);

export const bodyOf = ({ body, gzip }: Content, isCompressed: boolean): string | Buffer =>
  isCompressed && gzip ? gzip() : body;

/** Weak for the compressed body: the same tag means other bytes there (RFC 9110, 8.8.1). */
export const tagOf = ({ tag }: Content, isCompressed: boolean): string =>
  isCompressed && !tag.startsWith('W/') ? `W/${tag}` : tag;

/** RFC 9110, 13.1.2: compared weakly, because proxies that compress make a tag weak. */
export function isKnown({ 'if-none-match': known }: IncomingHttpHeaders, tag: string): boolean {
  if (known === undefined || known === tag) return known === tag;
  return known.split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(tag));
}

const strong = (tag: string): string => tag.replace(/^W\//u, '');
