import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { consentText } from '../../topics/consent-text.js';
import { ShowOwnTopics, type OwnTopics } from '../../topics/show-own-topics.js';
import { undefinedIfUnverified } from '../page/undefined-if-unverified.js';
import { NumberForm } from '../number/number-form.js';
import { inBothLanguages, pagePaths } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { DonePage } from './done-page.js';
import { OwnTopicsPage, type TopicsNotice } from './own-topics-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage, VisitSession } from '../page/visit.js';
import { formWords } from '../page/forms.words.js';

/** The visitor's own topics. A browser that has not verified a number is asked for one. */
@PublicPages()
export class OwnTopicsController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly showOwnTopics: ShowOwnTopics,
    private readonly numberForm: NumberForm,
  ) {}

  @Get(inBothLanguages('ownTopics'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query('notice') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = () => this.showOwnTopics.run(session);
    await this.numberForm.showOrAsk(reply, { language, purpose: 'topics', asked }, find, (own) => {
      const notice = noticeFrom(asked, own);
      const consent = consentText(this.pages.municipality, language).body;
      const number = this.pages.numberAsWritten(own.phone);
      return {
        title: formWords[language].own.title,
        body: <OwnTopicsPage {...{ language, own, notice, consent, number }} />,
      };
    });
  }

  @Post(inBothLanguages('ownTopics'))
  async giveNumber(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.numberForm.take(reply, language, 'topics', { body, client, session });
  }

  /** The page after a successful subscription. */
  @Get(inBothLanguages('done'))
  async done(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = await undefinedIfUnverified(() => this.showOwnTopics.run(session));
    const topics = own?.topics.filter((topic) => topic.subscribed) ?? [];
    if (!own || topics.length === 0) return void reply.redirect(pagePaths.ownTopics[language], 303);
    this.pages.send(reply, {
      language,
      page: 'done',
      title: formWords[language].done.title,
      body: <DonePage {...{ language, topics }} number={this.pages.numberAsWritten(own.phone)} />,
      personal: true,
    });
  }
}

/** The URL can ask for any notice. A notice is shown only if it can be true. */
function noticeFrom(asked: unknown, own: OwnTopics): TopicsNotice | undefined {
  const notice = (['changed', 'stopped'] as const).find((each) => each === asked);
  return notice === 'stopped' && own.topics.some((topic) => topic.subscribed) ? undefined : notice;
}
