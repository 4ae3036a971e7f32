import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CheckNumber } from '../../directory/self-service/check-number.js';
import { LiftOwnQuarantine } from '../../directory/self-service/lift-own-quarantine.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { ShowOwnTopics } from '../../topics/show-own-topics.js';
import { runThenRedirect } from '../page/run-then-redirect.js';
import { undefinedIfUnverified } from '../page/undefined-if-unverified.js';
import { OwnIncidents } from '../news/own-incidents.js';
import { NumberForm } from '../number/number-form.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { CheckNumberPage } from './check-number-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage, VisitSession } from '../page/visit.js';
import { checkWords } from './check.words.js';

/** "Check my number": what would be sent to it, or why nothing would be sent. */
@PublicPages()
export class CheckNumberController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly numberForm: NumberForm,
    private readonly checkNumber: CheckNumber,
    private readonly showOwnTopics: ShowOwnTopics,
    private readonly ownIncidents: OwnIncidents,
    private readonly liftOwnQuarantine: LiftOwnQuarantine,
  ) {}

  @Get(inBothLanguages('checkNumber'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query('notice') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = () => this.checkNumber.run(session);
    await this.numberForm.showOrAsk(reply, { language, purpose: 'check', asked }, find, async (check) => {
      // Undefined for a landline, which has no topics.
      const own = await undefinedIfUnverified(() => this.showOwnTopics.run(session));
      const topics = own?.topics.filter(({ subscribed }) => subscribed);
      const lifted = asked === 'lifted' && check.reach !== 'quarantined';
      const number = this.pages.numberAsWritten(check.phone);
      const concerning = await this.ownIncidents.at(check.addresses);
      return {
        title: checkWords[language].title,
        body: <CheckNumberPage {...{ language, check, topics, lifted, number, concerning }} />,
      };
    });
  }

  @Post(inBothLanguages('checkNumber'))
  async giveNumber(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.numberForm.take(reply, language, 'check', { body, client, session });
  }

  @Post(inBothLanguages('retryNumber'))
  async retry(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await runThenRedirect(reply, { page: 'checkNumber', language, notice: 'lifted' }, () =>
      this.liftOwnQuarantine.run(session),
    );
  }
}
