import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type {} from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { refusal } from '../kernel/refusal.js';
import { findBuiltConsole } from './built-console.js';

const NotBuilt = refusal('console.not-built', 'unavailable', {
  sv: 'Konsolen är inte byggd. Kör `npm start`, eller `npx vite build --config src/console/app/vite.config.ts`.',
  en: 'The console is not built. Run `npm start`, or `npx vite build --config src/console/app/vite.config.ts`.',
});

/**
 * Serves the built files of the staff console. Every path that is not a file returns the one page, which reads the path
 * itself. The page is public; everything it shows comes from the API, which is not.
 */
@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  @Get()
  async page(@Res() reply: FastifyReply): Promise<void> {
    if (findBuiltConsole() === undefined) throw NotBuilt();
    await reply.sendFile('index.html', { cacheControl: false }).header('cache-control', 'no-cache');
  }

  /** Assets have hashed names, so they can be cached for ever. A missing asset must be a 404, not the page. */
  @Get('assets/:file')
  async asset(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    if (!/^[\w-]+\.[\w.]+$/.test(file)) throw new NotFoundException();
    await reply.sendFile(`assets/${file}`, { immutable: true, maxAge: '365d' });
  }

  @Get('*')
  async anyPage(@Res() reply: FastifyReply): Promise<void> {
    await this.page(reply);
  }
}
