import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { StaffGuard, type StaffRequest } from './staff.guard.js';

/** Where staff sign in: the one route of the API that anybody may post to. */
const signIn = '/api/v1/session';

/**
 * Authenticates a request to the staff API before its body is read. A body may be large here, and reading it for
 * somebody who is then refused would slow down everybody else. The guard itself runs after parsing, as all of Nest's
 * do.
 */
@Injectable()
export class GuardBeforeBody implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly guard: StaffGuard,
  ) {}

  onModuleInit(): void {
    // A worker has no HTTP adapter.
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
          // The rest of the body is not read.
          void reply.header('connection', 'close');
          throw error;
        }
        return payload;
      });
  }
}
