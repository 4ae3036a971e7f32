import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { formatPhoneNumber } from '../../kernel/phone-number.js';
import { Config } from '../../platform/config/config.js';
import { databaseFault } from '../../platform/database/database-fault.js';
import type { Topic } from '../../topics/topic.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { ReadLatest } from '../news/latest.js';
import { inBothLanguages, type PageName } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { ArticlePage } from './article-page.js';
import { contactOf } from './contact.js';
import { ContactPage } from './contact-page.js';
import { StartPage } from './start-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage } from '../page/visit.js';
import { accessibilityWords } from './accessibility.words.js';
import { contactWords } from './contact.words.js';
import type { ArticleWords } from './information.words.js';
import { privacyWords } from './privacy.words.js';
import { startWords } from './start.words.js';

/** Pages that only inform and have no form. */
@PublicPages()
export class InformationController {
  private lastTopics: readonly Topic[] = [];

  constructor(
    private readonly pages: PageRenderer,
    private readonly topics: TopicsRepository,
    private readonly config: Config,
    private readonly latest: ReadLatest,
  ) {}

  @Get(inBothLanguages('start'))
  async start(@PageLanguage() language: InterfaceLanguage, @Res() reply: FastifyReply): Promise<void> {
    const senders = {
      alert: this.named('ALERT_SENDER'),
      topic: this.named('TOPIC_SENDER'),
      voice: this.named('VOICE_SENDER'),
    };
    const { municipality } = this.pages;
    const topics = await this.knownTopics();
    const latest = await this.latest.run();
    const body = <StartPage {...{ language, municipality, senders, topics, latest }} />;
    this.pages.send(reply, { language, page: 'start', title: startWords[language].title, body, maxAge: 1 });
  }

  @Get(inBothLanguages('contact'))
  async contact(@PageLanguage() language: InterfaceLanguage, @Res() reply: FastifyReply): Promise<void> {
    const { municipality } = this.pages;
    const contact = contactOf(this.config);
    const body = <ContactPage {...{ language, municipality, contact }} topics={await this.knownTopics()} />;
    this.pages.send(reply, { language, page: 'contact', title: contactWords[language].title, body });
  }

  @Get(inBothLanguages('accessibility'))
  accessibility(@PageLanguage() language: InterfaceLanguage, @Res() reply: FastifyReply): void {
    this.sendArticle(reply, 'accessibility', accessibilityWords, language);
  }

  @Get(inBothLanguages('privacy'))
  privacy(@PageLanguage() language: InterfaceLanguage, @Res() reply: FastifyReply): void {
    this.sendArticle(reply, 'privacy', privacyWords, language);
  }

  private sendArticle(
    reply: FastifyReply,
    page: PageName,
    words: ArticleWords,
    language: InterfaceLanguage,
  ): void {
    const article = words[language]({
      municipality: this.pages.municipality,
      retentionDays: this.config.get('RETENTION_DAYS'),
    });
    const body = <ArticlePage article={article} language={language} />;
    this.pages.send(reply, { language, page, title: article.title.replaceAll('\u00ad', ''), body });
  }

  private named(purpose: Parameters<Config['senders']>[0]): string {
    const country = this.config.get('DEFAULT_COUNTRY');
    const senders = this.config.senders(purpose);
    return senders.map(({ address }) => formatPhoneNumber(address, country)).join(', ');
  }

  /** The topics that are open. The last known ones if the database can't be reached: these pages must be readable. */
  private async knownTopics(): Promise<readonly Topic[]> {
    try {
      this.lastTopics = (await this.topics.list()).filter((topic) => topic.state === 'open');
    } catch (error) {
      if (!databaseFault(error)) throw error;
    }
    return this.lastTopics;
  }
}
