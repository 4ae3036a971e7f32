import { Injectable, type INestApplication } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { apiSummaries } from './api-summaries.js';
import { operationMethods } from './api-operations.js';
import { Config } from '../platform/config/config.js';

const description = `Staff write a broadcast to people at places, in a drawn area or on a topic; a second person
approves it; it is sent, and its report adds up.

Every request carries \`Authorization: Bearer <key>\`, or the cookie of a session. Refusals are problem documents
(RFC 9457) whose \`code\` is stable. Every answer has an \`X-Request-Id\`, which a problem document repeats as
\`requestId\` and the log carries; a request may bring its own (letters, digits, \`.\`, \`_\` and \`-\`, 64 at most). A POST with an \`Idempotency-Key\` may be repeated: it is done once.`;

const text = (description: string) => ({ type: 'string', description });
const Problem = {
  type: 'object',
  description: 'A problem document (RFC 9457). Further fields say what the refusal is about.',
  required: ['type', 'code', 'title', 'status'],
  properties: {
    type: text('`urn:budkavle:` and the code'),
    code: text('stable, for programs'),
    title: text('for people, in the language of Accept-Language (sv or en)'),
    status: { type: 'integer', description: 'the HTTP status' },
    requestId: text('the X-Request-Id of the answer; the log has it too'),
  },
};
const refusal = {
  description: 'A refusal or a fault, as a problem document',
  headers: { 'X-Request-Id': { description: 'Names this request in the log', schema: { type: 'string' } } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The application's requests and answers as OpenAPI, generated once from the schemas that parse them. */
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
    // The scanner reads only these parts of an application, and a controller has no application to pass.
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
        if (operation) operation.responses['default'] ??= refusal;
      }
    document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem } };
    return document;
  }
}
