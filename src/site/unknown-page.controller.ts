import { Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPages } from './page/public-pages.js';

/** Every path that no other route takes. A more exact route always wins, whatever the order of registration. */
@PublicPages()
export class UnknownPageController {
  /** A path with a trailing slash is redirected to the path without it. */
  @Get('*')
  unknown(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const [path = '', query] = request.url.split('?');
    const trimmed = path.replace(/(?<!\/)\/+$/, '');
    // Never redirects to another host: "//example.org/" is not redirected.
    if (trimmed !== path && /^\/[^/\\]/.test(trimmed))
      return void reply.redirect(query === undefined ? trimmed : `${trimmed}?${query}`, 308);
    throw new NotFoundException();
  }
}
