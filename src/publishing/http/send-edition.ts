import type { FastifyReply, FastifyRequest } from 'fastify';
import { writtenOnce, type Edition, type Reading } from '../bulletin/bulletin.js';

/** Seconds for which caches may answer without asking. */
const freshSeconds = 1;
/** Seconds for which caches may go on answering while we can't. */
const usableSeconds = 600;

export interface Published {
  /** Unique for each page and feed. */
  readonly name: string;
  /** Content type. */
  readonly type: string;
  /** Called once for each edition. */
  readonly write: (edition: Edition) => string;
}

/**
 * Sends a page or feed made from an edition: written once, then answered from memory. Readers that have it already get
 * 304. Any website may read it. `Age` says how many seconds ago the database confirmed it.
 */
export function sendEdition(
  request: FastifyRequest,
  reply: FastifyReply,
  { edition, age }: Reading,
  { name, type, write }: Published,
): void {
  const { body, tag } = writtenOnce(edition, name, () => ({
    body: Buffer.from(write(edition)),
    tag: `"${edition.id}.${name}"`,
  }));
  void reply
    .header('etag', tag)
    .header('cache-control', `public, max-age=${freshSeconds}, stale-if-error=${usableSeconds}`)
    .header('age', age)
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'age, etag, last-modified')
    .header('cross-origin-resource-policy', 'cross-origin');
  if (edition.updatedAt) void reply.header('last-modified', edition.updatedAt.toUTCString());
  if (isKnown(request.headers['if-none-match'], tag)) void reply.status(304).send();
  else void reply.type(type).send(body);
}

/** RFC 9110, 13.1.2: compared weakly, because proxies that compress make a tag weak. */
const isKnown = (known: string | undefined, tag: string): boolean =>
  known !== undefined &&
  known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//u, '') === tag);
