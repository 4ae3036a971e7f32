import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import { interfaceLanguages, preferredLanguage } from '../kernel/language.js';
import { parsed } from '../platform/http/parsed.js';
import { ApiDocument } from './api-document.js';
import { ApiPage } from './api-page.js';

const Reading = z.strictObject({ language: z.enum(interfaceLanguages).optional() });

/** Serves the API description, for programs and for people. */
@ApiExcludeController()
@Controller('api')
export class ApiController {
  constructor(private readonly document: ApiDocument) {}

  @Get('openapi.json')
  openApi() {
    return this.document.read();
  }

  @Get()
  page(
    @Query(parsed(Reading)) { language }: z.infer<typeof Reading>,
    @Headers('accept-language') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const chosen = language ?? preferredLanguage(accepted);
    const html = renderToString(<ApiPage document={this.document.read()} language={chosen} />);
    void reply
      .type('text/html; charset=utf-8')
      .header('content-language', chosen)
      .header('vary', 'accept-language')
      .send(`<!doctype html>${html}`);
  }
}
