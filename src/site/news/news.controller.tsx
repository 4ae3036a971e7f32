import { Get, Ip, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindAddresses } from '../../directory/self-service/find-addresses.js';
import { UnknownAddress } from '../../directory/self-service/registration.js';
import { RegistrationsRepository } from '../../directory/self-service/registrations.repository.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import { AnswersWithoutDatabase } from '../../platform/http/answers-without-database.js';
import { databaseFault } from '../../platform/database/database-fault.js';
import type { Edition } from '../../publishing/bulletin/bulletin.js';
import { contactOf } from '../information/contact.js';
import { expected, placed, readForm, type FormInput } from '../page/form-input.js';
import { FormRenderer } from '../page/form-renderer.js';
import type { FormFault } from '../page/form-parts.js';
import { inBothLanguages } from '../page/page-paths.js';
import { PageRenderer } from '../page/page-renderer.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage } from '../page/visit.js';
import { ConcernPage, type Answer } from './concern-page.js';
import { IncidentsAt } from './incidents-at.js';
import { NewsPage } from './news-page.js';
import { newsWords } from './news.words.js';
import { NewsRenderer } from './news-renderer.js';

/** What is going on in the municipality, and whether it concerns an address. */
@PublicPages()
export class NewsController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormRenderer,
    private readonly news: NewsRenderer,
    private readonly findAddresses: FindAddresses,
    private readonly registrations: RegistrationsRepository,
    private readonly incidentsAt: IncidentsAt,
    private readonly config: Config,
  ) {}

  @AnswersWithoutDatabase()
  @Get(inBothLanguages('news'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.news.send(request, reply, language, 'news', ({ reading, now, asOf, outlines }) => ({
      page: 'news',
      title: newsWords[language].title,
      body: (
        <NewsPage
          {...{ language, now, asOf, outlines, incidents: reading.edition.incidents }}
          municipality={this.pages.municipality}
          contact={contactOf(this.config)}
        />
      ),
    }));
  }

  @AnswersWithoutDatabase()
  @Get(inBothLanguages('concern'))
  async concern(
    @PageLanguage() language: InterfaceLanguage,
    @Ip() client: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const latest = await this.news.latestOrDown(reply, language);
    if (!latest) return;
    const form = readForm(query);
    const asks = typeof query === 'object' && query !== null && ('q' in query || 'address' in query);
    const faults: FormFault[] = [];
    let answer: Answer | undefined;
    try {
      if (asks) answer = await this.answer(form, client, latest.reading.edition);
    } catch (error) {
      if (databaseFault(error)) answer = { of: 'down' };
      else faults.push(placed(expected(error)));
    }
    const { phone } = contactOf(this.config);
    const words = newsWords[language].search;
    this.forms.send(reply, {
      language,
      page: 'concern',
      title: words.heading,
      body: <ConcernPage {...{ language, answer, faults, phone }} q={form.q} asOf={latest.asOf} />,
      faults,
    });
  }

  private async answer({ q, address: id }: FormInput, client: string, edition: Edition): Promise<Answer> {
    const found = id ? [] : await this.findAddresses.runOpenly({ client, typed: q });
    if (!id && found.length !== 1) return { of: 'choice', found };
    const address = id ? await this.registrations.address(id) : found[0];
    if (!address) throw UnknownAddress();
    const concerning = await this.incidentsAt.run([address.id], edition);
    return { of: 'address', address, concerning: concerning.get(address.id) ?? [] };
  }
}
