import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** In bytes. */
    bodyLimit?: number;
  }
}

/** Default maximum body size of a route, in bytes. Our forms are well below it. */
export const usualBody = 16 * 1024;
/** Maximum for a route that takes a polygon. 10 000 vertices, indented and with all digits, are 1.3 MB. */
export const polygonBody = 2 * 1024 * 1024;
/** Maximum for a provider's callback. */
export const callbackBody = 64 * 1024;

/** Sets the maximum body size of a handler, in bytes. */
export const TakesUpTo = (bytes: number): MethodDecorator => RouteConfig({ bodyLimit: bytes });

/** Applies the limit that a handler sets to its route. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const asked = route.config?.bodyLimit;
    if (asked !== undefined) route.bodyLimit = asked;
  });
}
