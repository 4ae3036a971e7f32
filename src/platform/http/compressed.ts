import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    isCompressed?: boolean;
  }
}

const compress = promisify(gzip);

/**
 * Sends the answer of a handler compressed: for a large answer that people wait for on a weak network. Only for an
 * answer without secrets, and that nothing of the request is repeated in: its length would tell of them (BREACH).
 */
export const Compressed = (): MethodDecorator => RouteConfig({ isCompressed: true });

/** Compresses the answers of the routes that ask for it, for clients that accept gzip. */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!request.routeOptions.config.isCompressed || typeof payload !== 'string') return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/u.test(request.headers['accept-encoding'] ?? ''))
      return payload;
    reply.header('content-encoding', 'gzip');
    return compress(payload);
  });
}
