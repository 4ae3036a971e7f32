import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '../../platform/http/known-tags.js';
import { sendToAnySite, sendUnlessKnown, type Content } from '../../platform/http/send-to-any-site.js';
import { writtenOnce, type Edition, type Reading } from '../bulletin/bulletin.js';

/** Seconds for which caches may answer without asking. */
const freshSeconds = 1;
export interface Published {
  /** Unique for each page and feed. */
  readonly name: string;
  /** Content type. */
  readonly type: string;
  /** Called once for each edition. */
  readonly write: (edition: Edition) => string;
  /** What stands before that in each answer, if it says when it was right. Does not count as a change. */
  readonly head?: string;
}

/**
 * Sends a feed made from an edition: written once, then answered from memory. Readers that have it already get 304. Any
 * website may read it. `Age` says how many seconds ago the database confirmed it.
 */
export const sendEdition = (
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading,
  published: Published,
): void => {
  const content = contentOf(reply, reading, published);
  sendToAnySite(request, reply, content);
  request.server.knownTags?.remember(request, reply, content.tag, reading.ageNow);
};

/** As {@link sendEdition}, for a page of our own, which no other website reads. */
export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading,
  published: Published,
): void => {
  const content = contentOf(reply, reading, published);
  sendUnlessKnown(request, reply, content);
  request.server.knownTags?.remember(request, reply, content.tag, reading.ageNow);
};

function contentOf(
  reply: FastifyReply,
  { edition, age }: Reading,
  { name, type, write, head }: Published,
): Content {
  const { body, tag } = writtenOnce(edition, name, () => {
    const written = Buffer.from(write(edition));
    return { body: written, tag: tagOf(written) };
  });
  void reply.header('age', age);
  if (edition.updatedAt) void reply.header('last-modified', edition.updatedAt.toUTCString());
  return {
    type,
    body: head === undefined ? body : () => Buffer.concat([Buffer.from(head), body]),
    tag: head === undefined ? tag : `W/${tag}`,
    maxAge: freshSeconds,
  };
}

/** Of the content itself: a new release, address, name or look also changes what is written. */
const tagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
