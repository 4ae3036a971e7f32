import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { StaffGuard, type StaffRequest } from './staff.guard.js';

/** Where staff sign in: the one route of the API that anybody may post to. */
const signIn = '/api/v1/session';

/**
 * Asks who makes a request to the staff API before its body is read: a body may be large there, and reading one for
 * whoever is turned away afterwards would cost everybody else. The guard itself runs after parsing, as all of Nest's do.
 */
@Injectable()
export class GuardBeforeBody implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly guard: StaffGuard,
  ) {}

  onModuleInit(): void {
    // A worker answers nobody.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    adapter
      ?.getInstance<FastifyInstance>()
      .addHook('preParsing', async (request: StaffRequest, reply, payload) => {
        const route = request.routeOptions.url;
        const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
        if (!hasBody || !route?.startsWith('/api/v1/') || route === signIn) return payload;
        try {
          await this.guard.admit(request);
        } catch (error) {
          // What it still sends is nobody's to read.
          void reply.header('connection', 'close');
          throw error;
        }
        return payload;
      });
  }
}
