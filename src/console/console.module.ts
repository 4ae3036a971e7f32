import fastifyStatic from '@fastify/static';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ApiController } from './api.controller.js';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { PlacesModule } from '../places/places.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { ApiDocument } from './api-document.js';
import { findBuiltConsole } from './built-console.js';
import { ConsoleController } from './console.controller.js';
import { MeasureController } from './measure.controller.js';
import { ReviewController } from './review.controller.js';
import { SettingsController } from './settings.controller.js';

/**
 * The staff console, what it must know before it shows anything, and the description of the API.
 *
 * Owns no table. The pages are static files. All data comes from the API.
 */
@Module({
  imports: [BroadcastsModule, PlacesModule, StaffModule, TemplatesModule],
  controllers: [ConsoleController, ApiController, MeasureController, ReviewController, SettingsController],
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
