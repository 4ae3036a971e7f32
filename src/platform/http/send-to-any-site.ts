import type { FastifyReply, FastifyRequest } from 'fastify';

/** Seconds for which caches may go on answering while we can't. */
const usableSeconds = 600;

export interface Content {
  /** Content type. */
  readonly type: string;
  /** A function if it is made for each answer. */
  readonly body: string | Buffer | (() => string | Buffer);
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
export function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, tag, maxAge }: Content,
): void {
  void reply
    .header('etag', tag)
    .header('cache-control', `public, max-age=${maxAge}, stale-if-error=${usableSeconds}`);
  if (isKnown(request.headers['if-none-match'], tag)) void reply.status(304).send();
  else void reply.type(type).send(typeof body === 'function' ? body() : body);
}

/** RFC 9110, 13.1.2: compared weakly, because proxies that compress make a tag weak. */
const isKnown = (known: string | undefined, tag: string): boolean =>
  known !== undefined &&
  known.split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(tag));

const strong = (tag: string): string => tag.replace(/^W\//u, '');
