import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageRenderer } from '../page/page-renderer.js';

@ApiExcludeController()
@Controller('style')
export class StylesheetController {
  constructor(private readonly pages: PageRenderer) {}

  /**
   * Answers any file name: during a rollout, a page of the old version gets the current stylesheet, but must not cache
   * it.
   */
  @Get(':file')
  stylesheet(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const { css, href } = this.pages.stylesheet;
    const current = href.endsWith(`/${file}`);
    void reply
      .type('text/css; charset=utf-8')
      .header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-store')
      .send(css);
  }
}
