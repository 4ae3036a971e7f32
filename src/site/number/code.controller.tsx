import { Body, Get, Ip, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { formatPhoneNumber } from '../../kernel/phone-number.js';
import { DomainError } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { AskForTopics } from '../../topics/ask-for-topics.js';
import { StartRequestedTopics } from '../../topics/start-requested-topics.js';
import { CodeUsed, NoVerification } from '../../verification/verification.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { codePurposes, purposeOf } from './code-purpose.js';
import { expected, placed, readForm } from '../page/form-input.js';
import { FormRenderer } from '../page/form-renderer.js';
import { inBothLanguages, pagePaths } from '../page/page-paths.js';
import { CodePage, NoCodePage } from './code-page.js';
import { PublicPages } from '../page/public-pages.js';
import { keepSession, PageLanguage, VisitSession } from '../page/visit.js';
import { formWords } from '../page/forms.words.js';

const alreadyUsed = CodeUsed().code;

/** The form for the code, for every purpose. */
@PublicPages()
export class CodeController {
  constructor(
    private readonly forms: FormRenderer,
    private readonly config: Config,
    private readonly verifications: VerificationsRepository,
    private readonly askForTopics: AskForTopics,
    private readonly startRequestedTopics: StartRequestedTopics,
  ) {}

  @Get(inBothLanguages('code'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, language, session, await this.verifications.whyNot(session));
  }

  @Post(inBothLanguages('code'))
  async confirm(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const { verification, session: trusted } = await this.startRequestedTopics.run(
        session,
        readForm(body).code,
      );
      keepSession(reply, trusted);
      void reply.redirect(pagePaths[codePurposes[purposeOf(verification)].to][language], 303);
    } catch (error) {
      await this.send(reply, language, session, expected(error));
    }
  }

  /** Uses the same number and the same choices, so that the visitor need not enter them again. */
  @Post(inBothLanguages('newCode'))
  async sendAnother(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const earlier = await this.verifications.find(session);
      if (!earlier) throw NoVerification();
      const { phone, kind, purpose, wanted } = earlier;
      const opened = await this.askForTopics.run({
        number: phone,
        landlines: kind === 'landline',
        purpose,
        wanted,
        // The consent text was read in the language of the first form, whatever page the new code is requested on.
        language: wanted ? earlier.language : language,
        client,
        session,
      });
      keepSession(reply, opened.session);
      void reply.redirect(pagePaths.code[language], 303);
    } catch (error) {
      await this.send(reply, language, session, expected(error));
    }
  }

  private async send(
    reply: FastifyReply,
    language: InterfaceLanguage,
    session: string | undefined,
    error: DomainError | undefined,
  ): Promise<void> {
    const verification = await this.verifications.find(session);
    // The visitor pressed twice or went back: what the code was requested for is already done.
    if (verification && error?.code === alreadyUsed)
      return void reply.redirect(pagePaths[codePurposes[purposeOf(verification)].to][language], 303);
    const canTry = (await this.verifications.findPending(session)) !== undefined;
    const faults = error ? [{ ...placed(error), ...(canTry ? {} : { field: undefined }) }] : [];
    const words = formWords[language].code;
    const country = this.config.get('DEFAULT_COUNTRY');
    this.forms.send(reply, {
      language,
      page: 'code',
      title: verification ? words[canTry ? 'title' : 'goneTitle'] : words.restart,
      body: verification ? (
        <CodePage
          {...{ language, faults, canTry }}
          purpose={purposeOf(verification)}
          kind={verification.kind}
          number={formatPhoneNumber(verification.phone, country)}
        />
      ) : (
        <NoCodePage {...{ language, faults }} />
      ),
      faults,
    });
  }
}
