import { Body, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { ChangeSubscriptions } from '../../topics/change-subscriptions.js';
import { UnsubscribeFromAllTopics } from '../../topics/unsubscribe-from-all-topics.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { runThenRedirect, redirectWithNotice } from '../page/run-then-redirect.js';
import { readForm } from '../page/form-input.js';
import { inBothLanguages, pagePaths } from '../page/page-paths.js';
import { PublicPages } from '../page/public-pages.js';
import { forgetSession, PageLanguage, VisitSession } from '../page/visit.js';

/** Changes that a verified visitor makes to their topics. Each one redirects to a page that says what happened. */
@PublicPages()
export class OwnChangesController {
  constructor(
    private readonly changeSubscriptions: ChangeSubscriptions,
    private readonly unsubscribe: UnsubscribeFromAllTopics,
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
    await runThenRedirect(reply, { page: 'ownTopics', language, notice: 'changed' }, () =>
      this.changeSubscriptions.run({ session, topicIds, language, textLanguage }),
    );
  }

  @Post(inBothLanguages('stopAll'))
  async stop(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await runThenRedirect(reply, { page: 'ownTopics', language, notice: 'stopped' }, () =>
      this.unsubscribe.run(session),
    );
  }

  @Post([...inBothLanguages('leave'), ...inBothLanguages('leaveAddresses')])
  async leave(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (session) await this.verifications.close(session);
    forgetSession(reply);
    const page = request.url.startsWith(pagePaths.leave[language]) ? 'ownTopics' : 'ownAddresses';
    redirectWithNotice(reply, { page, language, notice: 'left' });
  }
}
