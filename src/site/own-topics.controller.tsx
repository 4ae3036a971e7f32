import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../kernel/language.js';
import { formatPhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { problemOf } from '../platform/http/problem.filter.js';
import { consentText } from '../topics/consent-text.js';
import { RequestVerification } from '../verification/request-verification.js';
import { ShowOwnTopics, type OwnTopics } from '../topics/show-own-topics.js';
import { VerificationRequired } from '../verification/verification.js';
import { expected, placed, readForm } from './form-input.js';
import type { FormFault } from './form-parts.js';
import { inBothLanguages, pagePaths } from './page-paths.js';
import { PagePress } from './page-press.js';
import { DonePage } from './pages/done-page.js';
import { AskNumberPage, OwnTopicsPage, type Notice } from './pages/own-topics-page.js';
import { PublicPages } from './public-pages.js';
import { keepSession, PageLanguage, VisitSession } from './visit.js';
import { formWords } from './words/forms.js';

/** One's own topics, shown to a browser that has shown a code; others are asked for their number. */
@PublicPages()
export class OwnTopicsController {
  constructor(
    private readonly press: PagePress,
    private readonly config: Config,
    private readonly showOwnTopics: ShowOwnTopics,
    private readonly requestVerification: RequestVerification,
  ) {}

  @Get(inBothLanguages('ownTopics'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query('notice') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = await this.find(session);
    const notice = noticeFrom(asked, own);
    if (!own) {
      this.ask(reply, language, { number: '', notice });
      return;
    }
    const consent = consentText(this.press.municipality, language).body;
    this.press.send(reply, {
      language,
      page: 'ownTopics',
      title: formWords[language].own.title,
      body: <OwnTopicsPage {...{ language, own, notice, consent }} number={this.numberOf(own)} />,
      personal: true,
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
    const { number } = readForm(body);
    try {
      const opened = await this.requestVerification.run({
        number,
        purpose: 'topics',
        language,
        client,
        session,
      });
      keepSession(reply, opened.session, this.config.publicUrl);
      void reply.redirect(pagePaths.code[language], 303);
    } catch (error) {
      this.ask(reply, language, { number, faults: [placed(expected(error))] });
    }
  }

  /** Where a resident ends up who has just subscribed. */
  @Get(inBothLanguages('done'))
  async done(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = await this.find(session);
    const topics = own?.topics.filter((topic) => topic.subscribed) ?? [];
    if (!own || topics.length === 0) return void reply.redirect(pagePaths.ownTopics[language], 303);
    this.press.send(reply, {
      language,
      page: 'done',
      title: formWords[language].done.title,
      body: <DonePage {...{ language, topics }} number={this.numberOf(own)} />,
      personal: true,
    });
  }

  private numberOf({ phone }: OwnTopics): string {
    return formatPhoneNumber(phone, this.config.get('DEFAULT_COUNTRY'));
  }

  private async find(session: string | undefined): Promise<OwnTopics | undefined> {
    try {
      return await this.showOwnTopics.run(session);
    } catch (error) {
      if (expected(error).code === VerificationRequired().code) return undefined;
      throw error;
    }
  }

  private ask(
    reply: FastifyReply,
    language: InterfaceLanguage,
    { number, faults = [], notice }: { number: string; faults?: readonly FormFault[]; notice?: Notice },
  ): void {
    this.press.send(reply, {
      language,
      page: 'ownTopics',
      title: formWords[language].own.title,
      body: <AskNumberPage {...{ language, number, faults, notice }} />,
      status: faults[0] && problemOf(faults[0].error).status,
      hasFaults: faults.length > 0,
      personal: true,
    });
  }
}

/** The address bar may say anything; a notice is shown only where it can be true. */
function noticeFrom(asked: unknown, own: OwnTopics | undefined): Notice | undefined {
  const possible: readonly Notice[] = own ? ['changed', 'stopped'] : ['left', 'expired'];
  const notice = possible.find((each) => each === asked);
  return notice === 'stopped' && own?.topics.some((topic) => topic.subscribed) ? undefined : notice;
}
