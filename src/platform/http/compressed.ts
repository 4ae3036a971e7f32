import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

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
    if (!acceptsGzip(request.headers)) return payload;
    reply.header('content-encoding', 'gzip');
    return compress(payload);
  });
}

/** Whether a client accepts gzip: it names it, and not with the weight 0 (RFC 9110, 12.5.3). */
export const acceptsGzip = ({ 'accept-encoding': accepted = '' }: IncomingHttpHeaders): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/u.test(accepted);
