import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AddOwnAddress } from '../../directory/self-service/add-own-address.js';
import { FindAddresses } from '../../directory/self-service/find-addresses.js';
import { UnknownAddress } from '../../directory/self-service/registration.js';
import { RegistrationsRepository } from '../../directory/self-service/registrations.repository.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import { runThenRedirect } from '../page/run-then-redirect.js';
import { expected, placed, readForm, readOwnAddress } from '../page/form-input.js';
import type { FormFault } from '../page/form-parts.js';
import { FormRenderer } from '../page/form-renderer.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { AddressFormPage, addressFormTitle } from './address-form-page.js';
import { FindAddressPage } from './find-address-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage, VisitSession } from '../page/visit.js';
import { addressWords } from './addresses.words.js';

/** The pages for adding an address: search, confirm, add. */
@PublicPages()
export class AddAddressController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormRenderer,
    private readonly verifications: VerificationsRepository,
    private readonly findAddresses: FindAddresses,
    private readonly registrations: RegistrationsRepository,
    private readonly addOwnAddress: AddOwnAddress,
  ) {}

  @Get(inBothLanguages('addAddress'))
  async find(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Ip() client: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const trusted = () => this.verifications.requireTrusted(session);
    await this.forms.sendOwn(reply, { language, session }, trusted, async () => {
      const { q } = readForm(query);
      const asked = typeof query === 'object' && query !== null && 'q' in query;
      let found;
      const faults: FormFault[] = [];
      try {
        if (asked) found = await this.findAddresses.run({ session, client, typed: q });
      } catch (error) {
        faults.push(placed(expected(error)));
      }
      return {
        language,
        page: 'addAddress',
        title: addressWords[language].find.title,
        body: <FindAddressPage {...{ language, q, found, faults }} />,
        faults,
      };
    });
  }

  @Get(inBothLanguages('confirmAddress'))
  async confirm(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(query);
    await this.sendForm(reply, language, session, { address: form.address }, []);
  }

  @Post(inBothLanguages('addAddress'))
  async add(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(body);
    try {
      await runThenRedirect(reply, { page: 'ownAddresses', language, notice: 'added' }, () =>
        this.addOwnAddress.run({ session, language, ...readOwnAddress(form) }),
      );
    } catch (error) {
      await this.sendForm(reply, language, session, form, [placed(expected(error))]);
    }
  }

  private async sendForm(
    reply: FastifyReply,
    language: InterfaceLanguage,
    session: string | undefined,
    form: { address?: string; role?: string },
    faults: readonly FormFault[],
  ): Promise<void> {
    const trusted = () => this.verifications.requireTrusted(session);
    await this.forms.sendOwn(reply, { language, session }, trusted, async ({ phone }) => {
      const address = form.address && (await this.registrations.address(form.address));
      if (!address) throw UnknownAddress();
      const page = 'addAddress';
      const number = this.pages.numberAsWritten(phone);
      return {
        language,
        page,
        title: addressFormTitle({ language, page, address }),
        body: <AddressFormPage {...{ language, page, address, number, faults }} role={form.role} />,
        faults,
      };
    });
  }
}
