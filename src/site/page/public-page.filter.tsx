import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemHeaders, problemOf } from '../../platform/http/problem.filter.js';
import { platformEvents } from '../../platform/log-events.js';
import { Log } from '../../platform/logging/log.js';
import { languageOfPath } from './page-paths.js';
import { PageRenderer } from './page-renderer.js';
import { FaultPage } from './fault-page.js';
import { faultWords } from './faults.words.js';

/** Turns an error that a public page did not handle into an error page, or for programs into a problem document. */
@Injectable()
@Catch()
export class PublicPageFilter implements ExceptionFilter {
  private readonly log = new Log('site', platformEvents);

  constructor(private readonly pages: PageRenderer) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOfPath(request.url);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    const problem = {
      ...problemOf(error, wantsPage ? language : request.headers['accept-language']),
      requestId: request.id,
    };
    void reply.headers(problemHeaders(problem));
    if (problem.status >= 500 && problem.code === 'unexpected')
      this.log.write('request.failed', {
        err: error,
        method: request.method,
        path: request.routeOptions.url,
      });
    if (!wantsPage) {
      void reply.status(problem.status).type('application/problem+json').send(problem);
      return;
    }
    const words = faultWords[language];
    const missing = error instanceof HttpException && problem.status === 404;
    const title = missing ? words.missing.title : words.failed;
    const text = missing ? words.missing.text : problem.title;
    const body = <FaultPage language={language} title={title} text={text} />;
    this.pages.send(reply, {
      language,
      title,
      body,
      status: problem.status,
      hasFaults: true,
      personal: true,
    });
  }
}
