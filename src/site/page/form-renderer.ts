import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { redirectWithNotice } from './run-then-redirect.js';
import type { FormFault } from './form-parts.js';
import { undefinedIfUnverified } from './undefined-if-unverified.js';
import { PageRenderer, type Page } from './page-renderer.js';

/** A form with the typed values and its faults, or a question before a change. */
interface Form extends Omit<Page, 'status' | 'hasFaults' | 'personal'> {
  readonly faults?: readonly FormFault[];
}

interface Visit {
  readonly language: InterfaceLanguage;
  readonly session: string | undefined;
}

/** Renders forms, and renders them again with their faults until they are correct. */
@Injectable()
export class FormRenderer {
  constructor(private readonly pages: PageRenderer) {}

  send(reply: FastifyReply, { faults = [], ...page }: Form): void {
    this.pages.send(reply, {
      ...page,
      status: faults[0] && problemOf(faults[0].error).status,
      hasFaults: faults.length > 0,
      personal: true,
    });
  }

  /**
   * Shows a form about the addresses of a verified visitor. Others are redirected to the question for a number. They
   * get a notice that it was too long ago if they have been here before, but not on a first visit.
   *
   * @param find loads what the form is about; throws verification.required when the visitor is not verified
   */
  async sendOwn<Own>(
    reply: FastifyReply,
    { language, session }: Visit,
    find: () => Promise<Own>,
    form: (own: Own) => Form | Promise<Form>,
  ): Promise<void> {
    const own = await undefinedIfUnverified(find);
    if (own === undefined)
      redirectWithNotice(reply, { page: 'ownAddresses', language, notice: session ? 'expired' : undefined });
    else this.send(reply, await form(own));
  }
}
