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
 * The built files of the staff console. Every address that is no file is the one page, which reads the address
 * itself. The page is public; all it shows comes from the API, which is not.
 */
@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  @Get()
  async page(@Res() reply: FastifyReply): Promise<void> {
    if (findBuiltConsole() === undefined) throw NotBuilt();
    await reply.sendFile('index.html', { cacheControl: false }).header('cache-control', 'no-cache');
  }

  /** Named by their content, so that they can be kept for ever. One that is gone must not become the page. */
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
