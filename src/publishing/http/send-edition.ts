import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '../../platform/http/kept-replies.js';
import { sendToAnySite, sendUnlessKnown, type Content } from '../../platform/http/send-to-any-site.js';
import { writtenOnce, type Edition, type Reading } from '../bulletin/bulletin.js';

/** Seconds for which caches may answer without asking. */
const freshSeconds = 1;
/** Of zlib. A higher level takes twice the time and saves a twentieth. */
const compression = { level: 5 };

export interface Published {
  /** Unique for each page and feed. */
  readonly name: string;
  /** What it depends on beside the edition, if anything, e.g. the day. */
  readonly state?: string;
  /** Content type. */
  readonly type: string;
  /** Called once for each edition, and each time that the state changes. */
  readonly write: (edition: Edition) => string;
  /** What stands before that, if it says when it was right. Does not count as a change. */
  readonly head?: string;
}

/**
 * Sends a feed made from an edition: written and compressed once, then answered from memory. Readers that have it already
 * get 304. Any website may read it. `Age` says how many seconds ago the database confirmed it.
 */
export const sendEdition = (
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading,
  published: Published,
): void => {
  const content = contentOf(reply, reading, published);
  sendToAnySite(request, reply, content);
  request.server.keptReplies?.keep(request, reply, content, reading.ageNow);
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
  request.server.keptReplies?.keep(request, reply, content, reading.ageNow);
};

function contentOf(
  reply: FastifyReply,
  { edition, age }: Reading,
  { name, state = '', type, write, head }: Published,
): Content {
  const written = writtenOnce(edition, name, () => writtenOf(write(edition)), state);
  const sent =
    head === undefined
      ? written
      : writtenOnce(edition, `${name}, sent`, () => withHead(head, written.body), `${state} ${head}`);
  void reply.header('age', age);
  if (edition.updatedAt) void reply.header('last-modified', edition.updatedAt.toUTCString());
  // The time in the head makes other bytes of the same content (RFC 9110, 8.8.1).
  const tag = head === undefined ? written.tag : `W/${written.tag}`;
  return { ...sent, tag, type, maxAge: freshSeconds };
}

function writtenOf(text: string) {
  const body = Buffer.from(text);
  return { ...compressible(body), tag: tagOf(body) };
}

/** Of the content itself: a new release, address, name or look also changes what is written. */
const tagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

const withHead = (head: string, body: Buffer) => compressible(Buffer.concat([Buffer.from(head), body]));

/** Compressed when somebody asks for it, then kept. */
function compressible(body: Buffer) {
  let compressed: Buffer | undefined;
  return { body, gzip: () => (compressed ??= gzipSync(body, compression)) };
}
