import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ChangeOwnAddress } from '../../directory/self-service/change-own-address.js';
import { NotRegistered, type OwnAddress } from '../../directory/self-service/registration.js';
import { RemoveOwnAddress } from '../../directory/self-service/remove-own-address.js';
import { ShowOwnAddresses } from '../../directory/self-service/show-own-addresses.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { runThenRedirect } from '../page/run-then-redirect.js';
import { expected, placed, readForm, readOwnAddress } from '../page/form-input.js';
import type { FormFault } from '../page/form-parts.js';
import { FormRenderer } from '../page/form-renderer.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { AddressFormPage, addressFormTitle } from './address-form-page.js';
import { RemoveAddressPage } from './remove-address-page.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage, VisitSession } from '../page/visit.js';
import { addressWords } from './addresses.words.js';

interface Shown {
  readonly address: OwnAddress;
  /** Formatted for display. */
  readonly number: string;
}

/** Changes a resident's role at an address, or removes the address. */
@PublicPages()
export class ChangeAddressController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormRenderer,
    private readonly showOwnAddresses: ShowOwnAddresses,
    private readonly changeOwnAddress: ChangeOwnAddress,
    private readonly removeOwnAddress: RemoveOwnAddress,
  ) {}

  @Get(inBothLanguages('changeAddress'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sendForm(reply, language, session, readForm(query).address, []);
  }

  @Post(inBothLanguages('changeAddress'))
  async change(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(body);
    try {
      await runThenRedirect(reply, { page: 'ownAddresses', language, notice: 'changed' }, () =>
        this.changeOwnAddress.run({ session, ...readOwnAddress(form) }),
      );
    } catch (error) {
      await this.sendForm(reply, language, session, form.address, [placed(expected(error))]);
    }
  }

  @Get(inBothLanguages('removeAddress'))
  async considerRemoval(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = () => this.find(session, readForm(query).address);
    await this.forms.sendOwn(reply, { language, session }, find, (shown) => ({
      language,
      // The language switch leads to the list: the path does not contain the address.
      page: 'ownAddresses',
      title: addressWords[language].removing.title(shown.address.name),
      body: <RemoveAddressPage language={language} {...shown} />,
    }));
  }

  @Post(inBothLanguages('removeAddress'))
  async remove(
    @PageLanguage() language: InterfaceLanguage,
    @VisitSession() session: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address } = readForm(body);
    if (!address) throw NotRegistered();
    await runThenRedirect(reply, { page: 'ownAddresses', language, notice: 'removed' }, () =>
      this.removeOwnAddress.run(session, address),
    );
  }

  private async sendForm(
    reply: FastifyReply,
    language: InterfaceLanguage,
    session: string | undefined,
    addressId: string | undefined,
    faults: readonly FormFault[],
  ): Promise<void> {
    const find = () => this.find(session, addressId);
    await this.forms.sendOwn(reply, { language, session }, find, ({ address: { role, ...own }, number }) => {
      const page = 'changeAddress';
      const address = { ...own, id: own.addressId };
      return {
        language,
        page: 'ownAddresses',
        title: addressFormTitle({ language, page, address }),
        body: <AddressFormPage {...{ language, page, address, role, number, faults }} />,
        faults,
      };
    });
  }

  /** Finds an address that the visitor added. @throws verification.required, registration.not-found */
  private async find(session: string | undefined, addressId: string | undefined): Promise<Shown> {
    const own = await this.showOwnAddresses.run(session);
    const address = own.addresses.find((each) => each.own && each.addressId === addressId);
    if (!address) throw NotRegistered();
    return { address, number: this.pages.numberAsWritten(own.phone) };
  }
}
