import { Body, Get, Ip, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AddOwnAddress } from '../directory/add-own-address.js';
import { FindAddresses } from '../directory/find-addresses.js';
import { UnknownAddress } from '../directory/registration.js';
import { RegistrationsRepository } from '../directory/registrations.repository.js';
import type { InterfaceLanguage } from '../kernel/language.js';
import { problemOf } from '../platform/http/problem.filter.js';
import { VerificationsRepository } from '../verification/verifications.repository.js';
import { actAndTell, tell } from './act-and-tell.js';
import { expected, placed, readForm, readOwnAddress } from './form-input.js';
import type { FormFault } from './form-parts.js';
import { ifTrusted } from './if-trusted.js';
import { inBothLanguages } from './page-paths.js';
import { PagePress } from './page-press.js';
import { AddressFormPage, addressFormTitle } from './pages/address-form-page.js';
import { FindAddressPage } from './pages/find-address-page.js';
import { PublicPages } from './public-pages.js';
import { PageLanguage, VisitSession } from './visit.js';
import { addressWords } from './words/addresses.js';

/** The way to one more address: found, confirmed, added. */
@PublicPages()
export class AddAddressController {
  constructor(
    private readonly press: PagePress,
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
    const trusted = await this.verifications.findTrusted(session);
    if (!trusted) {
      tell(reply, { page: 'ownAddresses', language, notice: 'expired' });
      return;
    }
    const { q } = readForm(query);
    const asked = typeof query === 'object' && query !== null && 'q' in query;
    let found;
    const faults: FormFault[] = [];
    try {
      if (asked) found = await this.findAddresses.run({ session, client, typed: q });
    } catch (error) {
      faults.push(placed(expected(error)));
    }
    this.press.send(reply, {
      language,
      page: 'addAddress',
      title: addressWords[language].find.title,
      body: <FindAddressPage {...{ language, q, found, faults }} />,
      status: faults[0] && problemOf(faults[0].error).status,
      hasFaults: faults.length > 0,
      personal: true,
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
    await this.sendForm(reply, language, session, { address: form.address, role: 'resident' }, []);
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
      await actAndTell(reply, { page: 'ownAddresses', language, notice: 'added' }, () =>
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
    const trusted = await ifTrusted(() => this.verifications.requireTrusted(session));
    if (!trusted) {
      tell(reply, { page: 'ownAddresses', language, notice: 'expired' });
      return;
    }
    const address = form.address && (await this.registrations.address(form.address));
    if (!address) throw UnknownAddress();
    const page = 'addAddress';
    const number = this.press.numberAsWritten(trusted.phone);
    this.press.send(reply, {
      language,
      page,
      title: addressFormTitle({ language, page, address }),
      body: <AddressFormPage {...{ language, page, address, number, faults }} role={form.role} />,
      status: faults[0] && problemOf(faults[0].error).status,
      hasFaults: faults.length > 0,
      personal: true,
    });
  }
}
