import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { formWords } from '../page/forms.words.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage } from '../page/visit.js';
import { EmbeddedTopics } from './embedded-topics.js';

/** The topics to choose from, in a frame of the municipality's own website. */
@PublicPages()
export class EmbeddedTopicsController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly topics: TopicsRepository,
    private readonly config: Config,
  ) {}

  @Get(inBothLanguages('embeddedTopics'))
  async show(@PageLanguage() language: InterfaceLanguage, @Res() reply: FastifyReply): Promise<void> {
    const topics = (await this.topics.list()).filter(({ state }) => state === 'open');
    const html = renderToString(
      <EmbeddedTopics
        language={language}
        title={formWords[language].topics.title}
        stylesheet={this.pages.stylesheet.href}
        topics={topics}
      />,
    );
    const framers = this.config.get('EMBED_ORIGINS');
    const policy = String(reply.getHeader('content-security-policy'));
    void reply
      .header(
        'content-security-policy',
        policy.replace(/frame-ancestors [^;]*/u, `frame-ancestors ${framers.join(' ') || "'none'"}`),
      )
      // It knows no list of origins.
      .removeHeader('x-frame-options')
      .header('cache-control', 'public, max-age=60')
      .type('text/html; charset=utf-8')
      .send(`<!doctype html>${html}`);
  }
}
