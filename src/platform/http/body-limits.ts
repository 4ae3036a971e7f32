import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Bytes. */
    bodyLimit?: number;
  }
}

/** Largest body of a route that says nothing else, in bytes: a form of ours is well below. */
export const usualBody = 16 * 1024;
/** Of a route that takes a polygon: 10 000 vertices, indented and with all their digits, are 1.3 MB. */
export const polygonBody = 2 * 1024 * 1024;
/** Of a provider's callback. */
export const callbackBody = 64 * 1024;

/** Says of a handler how large a body it takes, in bytes. */
export const TakesUpTo = (bytes: number): MethodDecorator => RouteConfig({ bodyLimit: bytes });

/** Gives each route the limit that its handler names. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const asked = route.config?.bodyLimit;
    if (asked !== undefined) route.bodyLimit = asked;
  });
}
