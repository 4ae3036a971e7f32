import { Injectable, type INestApplication } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { apiSummaries } from './api-summaries.js';
import { operationMethods } from './api-operations.js';
import { Config } from '../platform/config/config.js';

const description = `Staff write a broadcast to people at places, in a drawn area or on a topic; a second person
approves it; it is sent, and its report adds up.

Every request carries \`Authorization: Bearer <key>\`, or the cookie of a session. Refusals are problem documents
(RFC 9457) whose \`code\` is stable. A POST with an \`Idempotency-Key\` may be repeated: it is done once.`;

/** What the whole application takes and gives, as OpenAPI, written once from the schemas that parse it. */
@Injectable()
export class ApiDocument {
  private written?: OpenAPIObject;

  constructor(
    private readonly modules: ModulesContainer,
    private readonly application: ApplicationConfig,
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
  ) {}

  read(): OpenAPIObject {
    this.written ??= this.write();
    return this.written;
  }

  private write(): OpenAPIObject {
    // The scanner reads these of an application and nothing else; a controller has no application to give it.
    const app = {
      container: { getModules: () => this.modules },
      config: this.application,
      getHttpAdapter: () => this.host.httpAdapter,
    } as unknown as INestApplication;
    const head = new DocumentBuilder()
      .setTitle('Budkavle')
      .setDescription(description)
      .setVersion('1')
      .addServer(this.config.publicUrl)
      .addBearerAuth()
      .build();
    const document = SwaggerModule.createDocument(app, head, { autoTagControllers: false });
    for (const [path, item] of Object.entries(document.paths))
      for (const method of operationMethods) {
        const operation = item[method];
        const summary = apiSummaries[`${method.toUpperCase()} ${path}`];
        if (operation && summary) operation.summary ??= summary.en;
      }
    return document;
  }
}
