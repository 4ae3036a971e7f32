import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../kernel/language.js';
import { Config } from '../platform/config/config.js';
import { problemOf } from '../platform/http/problem.filter.js';
import { RequestVerification } from '../verification/request-verification.js';
import { codePurposes } from './code-purpose.js';
import { expected, placed, readForm } from './form-input.js';
import type { FormFault } from './form-parts.js';
import { pagePaths } from './page-paths.js';
import { PagePress } from './page-press.js';
import { AskNumberPage, type AskNotice, type AskPurpose } from './pages/ask-number-page.js';
import { keepSession } from './visit.js';
import { askWords } from './words/ask.js';

interface GivenNumber {
  readonly body: unknown;
  readonly client: string;
  readonly session: string | undefined;
}

/** Asks for a number, and sends the code that shows that it is the visitor's. */
@Injectable()
export class NumberForm {
  constructor(
    private readonly press: PagePress,
    private readonly config: Config,
    private readonly requestVerification: RequestVerification,
  ) {}

  /** @param asked what the address bar says has happened; it may say anything */
  ask(reply: FastifyReply, language: InterfaceLanguage, purpose: AskPurpose, asked?: unknown): void {
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
      keepSession(reply, opened.session, this.config.publicUrl);
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
    this.press.send(reply, {
      language,
      page: codePurposes[purpose].from,
      title: askWords[language][purpose].title,
      body: <AskNumberPage {...{ language, purpose }} {...form} />,
      status: faults[0] && problemOf(faults[0].error).status,
      hasFaults: faults.length > 0,
      personal: true,
    });
  }
}
