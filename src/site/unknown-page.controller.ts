import { Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPages } from './page/public-pages.js';

/** Whatever no other route takes. A more exact route always wins, in whichever order they are registered. */
@PublicPages()
export class UnknownPageController {
  /** A slash too many at the end is no reason to turn somebody away. */
  @Get('*')
  unknown(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const [path = '', query] = request.url.split('?');
    const trimmed = path.replace(/(?<!\/)\/+$/, '');
    // Never to another host: "//example.org/" stays a path of ours.
    if (trimmed !== path && /^\/[^/\\]/.test(trimmed))
      return void reply.redirect(query === undefined ? trimmed : `${trimmed}?${query}`, 308);
    throw new NotFoundException();
  }
}
