import fastifyStatic from '@fastify/static';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ApiController } from './api.controller.js';
import { ApiDocument } from './api-document.js';
import { findBuiltConsole } from './built-console.js';
import { ConsoleController } from './console.controller.js';

/** The staff console, and the description of the API that it uses. */
@Module({
  controllers: [ConsoleController, ApiController],
  providers: [ApiDocument],
})
export class ConsoleModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    // A command-line application has no HTTP server.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    const root = findBuiltConsole();
    if (adapter === null || root === undefined) return;
    // The controller has the routes. The plugin only sends files, compressed if the build made a compressed version.
    const fastify: FastifyInstance = adapter.getInstance();
    await fastify.register(fastifyStatic, { root, serve: false, preCompressed: true });
  }
}
