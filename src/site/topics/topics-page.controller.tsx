import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { formatPhoneNumber } from '../../kernel/phone-number.js';
import { Config } from '../../platform/config/config.js';
import { AskForTopics } from '../../topics/ask-for-topics.js';
import { consentText } from '../../topics/consent-text.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { expected, faultsOf, placed, readForm } from '../page/form-input.js';
import type { FormFault } from '../page/form-parts.js';
import { FormRenderer } from '../page/form-renderer.js';
import { inBothLanguages, pagePaths } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { TopicsPage } from './topics-page.js';
import { PublicPages } from '../page/public-pages.js';
import { keepSession, PageLanguage, VisitSession } from '../page/visit.js';
import { formWords } from '../page/forms.words.js';

/** The topic catalogue, where residents choose topics and give their number. */
@PublicPages()
export class TopicsPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormRenderer,
    private readonly config: Config,
    private readonly topics: TopicsRepository,
    private readonly verifications: VerificationsRepository,
    private readonly askForTopics: AskForTopics,
  ) {}

  /**
   * A visitor who comes back to correct the number finds the form as they filled it in. Who has chosen on another
   * website finds the choice in it.
   */
  @Get(inBothLanguages('topics'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { topics: chosen } = readForm(query);
    const pending = await this.verifications.findPending(session);
    const trusted = await this.verifications.findTrusted(session);
    const { phone } = [pending, trusted].find((each) => each?.kind === 'mobile') ?? {};
    const country = this.config.get('DEFAULT_COUNTRY');
    await this.send(reply, language, {
      chosen: chosen.length > 0 ? chosen : (pending?.wanted ?? []),
      number: phone ? formatPhoneNumber(phone, country) : '',
      knownNumber: trusted?.kind === 'mobile' ? formatPhoneNumber(trusted.phone, country) : undefined,
    });
  }

  @Post(inBothLanguages('topics'))
  async choose(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(body);
    const filled = { chosen: form.topics, number: form.number };
    const faults = faultsOf(form, {
      country: this.config.get('DEFAULT_COUNTRY'),
      prefixes: this.config.get('PUBLIC_PREFIXES'),
    });
    if (faults.length > 0) return this.send(reply, language, filled, faults);
    try {
      const wanted = form.topics;
      const request = { number: form.number, purpose: 'subscribe', wanted, language, client, session };
      const opened = await this.askForTopics.run(request);
      keepSession(reply, opened.session);
      void reply.redirect(pagePaths.code[language], 303);
    } catch (error) {
      await this.send(reply, language, filled, [placed(expected(error))]);
    }
  }

  private async send(
    reply: FastifyReply,
    language: InterfaceLanguage,
    filled: { chosen: readonly string[]; number: string; knownNumber?: string },
    faults: readonly FormFault[] = [],
  ): Promise<void> {
    const topics = (await this.topics.list()).filter((topic) => topic.state === 'open');
    const consent = consentText(this.pages.municipality, language).body;
    this.forms.send(reply, {
      language,
      page: 'topics',
      title: formWords[language].topics.title,
      body: <TopicsPage {...{ language, topics, faults, consent }} {...filled} />,
      faults,
    });
  }
}
