import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import { RequestVerification } from '../../verification/request-verification.js';
import { codePurposes } from './code-purpose.js';
import { expected, placed, readForm } from '../page/form-input.js';
import type { FormFault } from '../page/form-parts.js';
import { FormRenderer } from '../page/form-renderer.js';
import { undefinedIfUnverified } from '../page/undefined-if-unverified.js';
import { pagePaths } from '../page/page-paths.js';
import type { Page } from '../page/page-renderer.js';
import { AskNumberPage, type AskNotice, type AskPurpose } from './ask-number-page.js';
import { keepSession } from '../page/visit.js';
import { askWords } from './ask.words.js';

interface GivenNumber {
  readonly body: unknown;
  readonly client: string;
  readonly session: string | undefined;
}

/**
 * Asks for a number and sends a code that proves it is the visitor's own. The page behind it is shown after the code.
 */
@Injectable()
export class NumberForm {
  constructor(
    private readonly forms: FormRenderer,
    private readonly config: Config,
    private readonly requestVerification: RequestVerification,
  ) {}

  /**
   * Shows what belongs to the visitor's number if it is verified; otherwise asks for the number.
   *
   * @param asked the notice that the URL asks for; it may be anything
   */
  async showOrAsk<Own>(
    reply: FastifyReply,
    { language, purpose, asked }: { language: InterfaceLanguage; purpose: AskPurpose; asked: unknown },
    find: () => Promise<Own>,
    page: (own: Own) => Pick<Page, 'title' | 'body'> | Promise<Pick<Page, 'title' | 'body'>>,
  ): Promise<void> {
    const own = await undefinedIfUnverified(find);
    if (own !== undefined) {
      this.forms.send(reply, { language, page: codePurposes[purpose].to, ...(await page(own)) });
      return;
    }
    const notice = (['left', 'expired'] as const).find((each) => each === asked);
    this.send(reply, language, purpose, { number: '', faults: [], notice });
  }

  async take(
    reply: FastifyReply,
    language: InterfaceLanguage,
    purpose: AskPurpose,
    { body, client, session }: GivenNumber,
  ): Promise<void> {
    const { number } = readForm(body);
    try {
      const { landlines } = codePurposes[purpose];
      const request = { number, purpose, landlines, language, client, session };
      const opened = await this.requestVerification.run(request);
      keepSession(reply, opened.session);
      void reply.redirect(pagePaths.code[language], 303);
    } catch (error) {
      this.send(reply, language, purpose, { number, faults: [placed(expected(error))] });
    }
  }

  private send(
    reply: FastifyReply,
    language: InterfaceLanguage,
    purpose: AskPurpose,
    form: { number: string; faults: readonly FormFault[]; notice?: AskNotice },
  ): void {
    const { faults } = form;
    this.forms.send(reply, {
      language,
      page: codePurposes[purpose].from,
      title: askWords[language][purpose].title,
      body: <AskNumberPage {...{ language, purpose }} {...form} />,
      faults,
    });
  }
}
