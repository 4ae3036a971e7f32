import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { localTime } from '../../kernel/wall-clock.js';
import { Config } from '../../platform/config/config.js';
import { sendPage } from '../../publishing/http/send-edition.js';
import { PageRenderer, type Page } from '../page/page-renderer.js';
import { ReadLatest, type Latest } from './latest.js';
import { NewsDownPage } from './news-down-page.js';
import { newsWords } from './news.words.js';
import { clockIn } from './when.js';

/** Sends pages of what is published: from memory, with 304, and with the last state when the database is away. */
@Injectable()
export class NewsRenderer {
  constructor(
    private readonly pages: PageRenderer,
    private readonly latest: ReadLatest,
    private readonly config: Config,
  ) {}

  /**
   * @param name unique for each page in each language
   * @param write called once for each edition, day, and age that a reader must know
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    language: InterfaceLanguage,
    name: string,
    write: (latest: Latest) => Omit<Page, 'language' | 'status'>,
  ): Promise<void> {
    const latest = await this.latestOrDown(reply, language);
    if (latest) this.sendLatest(request, reply, language, name, latest, () => write(latest));
  }

  /** As {@link send}, when it is read already. */
  sendLatest(
    request: FastifyRequest,
    reply: FastifyReply,
    language: InterfaceLanguage,
    name: string,
    latest: Latest,
    write: () => Omit<Page, 'language' | 'status'>,
  ): void {
    const { reading, now, asOf, outlines } = latest;
    const day = localTime(now).slice(0, 10);
    const { look } = this.pages;
    const state = [look, day, outlines.length, asOf && clockIn(asOf, 'sv')];
    void reply.header('content-language', language);
    // A page in an old look is not answered from memory.
    const ageNow = () => (this.pages.look === look ? reading.ageNow() : undefined);
    sendPage(
      request,
      reply,
      { ...reading, ageNow },
      {
        name: `${name} ${language}`,
        state: state.join(' '),
        type: 'text/html; charset=utf-8',
        write: () => this.pages.html({ ...write(), language }),
      },
    );
  }

  /** Sends the page that says whom to call instead, if nothing can be read. */
  async latestOrDown(reply: FastifyReply, language: InterfaceLanguage): Promise<Latest | undefined> {
    const latest = await this.latest.run();
    if (!latest) this.sendDown(reply, language);
    return latest;
  }

  sendDown(reply: FastifyReply, language: InterfaceLanguage): void {
    void reply.header('retry-after', '30');
    this.pages.send(reply, {
      language,
      title: newsWords[language].down.title,
      body: <NewsDownPage language={language} phone={this.config.get('CONTACT_PHONE')} />,
      status: 503,
      hasFaults: true,
      unlisted: true,
    });
  }
}
