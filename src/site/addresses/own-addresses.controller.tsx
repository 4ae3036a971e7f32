import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ObjectForOwnPhone } from '../../directory/self-service/object-for-own-phone.js';
import { SetOwnLanguage } from '../../directory/self-service/set-own-language.js';
import { ShowOwnAddresses } from '../../directory/self-service/show-own-addresses.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { runThenRedirect, redirectWithNotice } from '../page/run-then-redirect.js';
import { readForm } from '../page/form-input.js';
import { FormRenderer } from '../page/form-renderer.js';
import { OwnIncidents } from '../news/own-incidents.js';
import { NumberForm } from '../number/number-form.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { ObjectionPage } from './objection-page.js';
import { OwnAddressesPage, type AddressNotice } from './own-addresses-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage, VisitSession } from '../page/visit.js';
import { addressWords } from './addresses.words.js';

/** The addresses of the visitor's phone. A browser that has not verified a number is asked for one. */
@PublicPages()
export class OwnAddressesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormRenderer,
    private readonly numberForm: NumberForm,
    private readonly showOwnAddresses: ShowOwnAddresses,
    private readonly ownIncidents: OwnIncidents,
    private readonly setOwnLanguage: SetOwnLanguage,
    private readonly objectForOwnPhone: ObjectForOwnPhone,
  ) {}

  @Get(inBothLanguages('ownAddresses'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query('notice') asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = () => this.showOwnAddresses.run(session);
    await this.numberForm.showOrAsk(reply, { language, purpose: 'addresses', asked }, find, async (own) => {
      const possible: readonly AddressNotice[] = [
        ...(['added', 'changed', 'removed', 'language'] as const),
        own.objected ? 'objected' : 'withdrawn',
      ];
      const notice = possible.find((each) => each === asked);
      const number = this.pages.numberAsWritten(own.phone);
      const concerning = await this.ownIncidents.at(own.addresses);
      return {
        title: addressWords[language].title,
        body: <OwnAddressesPage {...{ language, own, number, notice, concerning }} />,
      };
    });
  }

  @Post(inBothLanguages('ownAddresses'))
  async giveNumber(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.numberForm.take(reply, language, 'addresses', { body, client, session });
  }

  @Post(inBothLanguages('ownLanguage'))
  async chooseLanguage(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language: chosen } = readForm(body);
    // When nothing is chosen, a register's language that the form does not offer is kept.
    if (!chosen) {
      redirectWithNotice(reply, { page: 'ownAddresses', language, notice: undefined });
      return;
    }
    await runThenRedirect(reply, { page: 'ownAddresses', language, notice: 'language' }, () =>
      this.setOwnLanguage.run(session, chosen),
    );
  }

  @Get(inBothLanguages('objection'))
  async considerObjection(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = () => this.showOwnAddresses.run(session);
    const words = addressWords[language].objection;
    await this.forms.sendOwn(reply, { language, session }, own, ({ objected, phone }) => ({
      language,
      page: 'objection',
      title: objected ? words.objectedTitle : words.title,
      body: <ObjectionPage {...{ language, objected }} number={this.pages.numberAsWritten(phone)} />,
    }));
  }

  @Post(inBothLanguages('objection'))
  async object(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { objects } = readForm(body);
    // Our own form always sends a value. Without one, nothing is changed.
    if (!objects) {
      redirectWithNotice(reply, { page: 'ownAddresses', language, notice: undefined });
      return;
    }
    const notice = objects === 'yes' ? 'objected' : 'withdrawn';
    await runThenRedirect(reply, { page: 'ownAddresses', language, notice }, () =>
      this.objectForOwnPhone.run(session, objects === 'yes'),
    );
  }
}
