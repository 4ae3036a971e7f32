import { Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/ids.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import { AnswersWithoutDatabase } from '../../platform/http/answers-without-database.js';
import { databaseFault } from '../../platform/database/database-fault.js';
import { Bulletin } from '../../publishing/bulletin/bulletin.js';
import { shownDays } from '../../publishing/bulletin/bulletin.repository.js';
import { textIn, type PublicIncident } from '../../publishing/bulletin/public-incident.js';
import { mainMessage } from '../../publishing/bulletin/what-holds.js';
import { contactOf } from '../information/contact.js';
import { inBothLanguages, incidentPath } from '../page/page-paths.js';
import { PageRenderer, type Page } from '../page/page-renderer.js';
import { PublicPages } from '../page/public-pages.js';
import { PageLanguage } from '../page/visit.js';
import { AnnouncementHead } from './announcement.js';
import { IncidentPage } from './incident-page.js';
import type { Latest } from './latest.js';
import { NewsRenderer } from './news-renderer.js';
import { isGoingOn, isRecent } from './story.js';

/** The page of an incident, and the short address that texts have. */
@PublicPages()
export class IncidentController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly news: NewsRenderer,
    private readonly bulletin: Bulletin,
    private readonly config: Config,
  ) {}

  @AnswersWithoutDatabase()
  @Get(inBothLanguages('incident'))
  async show(
    @PageLanguage() language: InterfaceLanguage,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isId(id)) throw new NotFoundException();
    const latest = await this.news.latestOrDown(reply, language);
    if (!latest) return;
    const recent = latest.reading.edition.incidents.find((incident) => incident.id === id);
    if (recent) {
      this.news.sendLatest(request, reply, language, `incident ${id}`, latest, () =>
        this.page(recent, language, latest),
      );
      return;
    }
    const old = await this.unlessDown(reply, language, () => this.bulletin.incident(id));
    // It may also be so new that the edition does not have it yet: then it can change at any moment.
    if (old) this.pages.send(reply, { ...this.page(old, language, latest), language, maxAge: 1 });
  }

  @AnswersWithoutDatabase()
  @Get('a/:code')
  async follow(
    @PageLanguage() language: InterfaceLanguage,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const incident = await this.unlessDown(reply, language, async () => {
      const id = await this.bulletin.incidentWith(code.toLowerCase());
      return id === undefined ? undefined : this.bulletin.incident(id);
    });
    if (!incident) return;
    void reply.header('cache-control', 'public, max-age=60').redirect(incidentPath(incident, language), 302);
  }

  /**
   * @returns undefined if the database can't be reached: the reader has got a page that says so
   * @throws NotFoundException if there is no such incident
   */
  private async unlessDown(
    reply: FastifyReply,
    language: InterfaceLanguage,
    find: () => Promise<PublicIncident | undefined>,
  ): Promise<PublicIncident | undefined> {
    let found: PublicIncident | undefined;
    try {
      found = await find();
    } catch (error) {
      if (!databaseFault(error)) throw error;
      this.news.sendDown(reply, language);
      return undefined;
    }
    if (!found) throw new NotFoundException();
    return found;
  }

  private page(
    incident: PublicIncident,
    language: InterfaceLanguage,
    { now, asOf, outlines }: Latest,
  ): Omit<Page, 'language'> {
    const { municipality } = this.pages;
    const site = this.config.publicUrl;
    const url = `${site}${incidentPath(incident, language)}`;
    return {
      page: 'incident',
      title: textIn(mainMessage(incident), language).headline,
      otherPath: incidentPath(incident, language === 'sv' ? 'en' : 'sv'),
      // A reader who searches for the water today must not find last year's.
      unlisted: !isGoingOn(incident) && !isRecent(incident, now, shownDays),
      head: <AnnouncementHead {...{ incident, language, municipality, site, url }} />,
      body: (
        <IncidentPage
          {...{ incident, language, municipality, outlines, asOf }}
          contact={contactOf(this.config)}
        />
      ),
    };
  }
}
