import { Body, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../kernel/language.js';
import { ChangeSubscriptions } from '../topics/change-subscriptions.js';
import { StopAll } from '../topics/stop-all.js';
import { VerificationRequired } from '../verification/verification.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';
import { expected, readForm } from './form-input.js';
import { inBothLanguages, pagePaths } from './page-paths.js';
import type { Notice } from './pages/own-topics-page.js';
import { PublicPages } from './public-pages.js';
import { forgetSession, PageLanguage, VisitSession } from './visit.js';

/** What a verified visitor does with their topics; each ends at their page, which says what happened. */
@PublicPages()
export class OwnChangesController {
  constructor(
    private readonly changeSubscriptions: ChangeSubscriptions,
    private readonly stopAll: StopAll,
    private readonly verifications: VerificationsRepository,
  ) {}

  @Post(inBothLanguages('change'))
  async change(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { topics: topicIds, language: textLanguage } = readForm(body);
    await this.actAndTell(reply, language, 'changed', () =>
      this.changeSubscriptions.run({ session, topicIds, language, textLanguage }),
    );
  }

  @Post(inBothLanguages('stopAll'))
  async stop(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.actAndTell(reply, language, 'stopped', () => this.stopAll.run(session));
  }

  @Post(inBothLanguages('leave'))
  async leave(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (session) await this.verifications.close(session);
    forgetSession(reply);
    backToOwn(reply, language, 'left');
  }

  private async actAndTell(
    reply: FastifyReply,
    language: InterfaceLanguage,
    notice: Notice,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
      backToOwn(reply, language, notice);
    } catch (error) {
      if (expected(error).code !== VerificationRequired().code) throw error;
      backToOwn(reply, language, 'expired');
    }
  }
}

const backToOwn = (reply: FastifyReply, language: InterfaceLanguage, notice: Notice): void =>
  void reply.redirect(`${pagePaths.ownTopics[language]}?notice=${notice}`, 303);
