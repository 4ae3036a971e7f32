import { Controller, Get, HttpCode, NotFoundException, Options, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { interfaceLanguageFor, messageLanguages } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import { NoSuchTopic } from '../../topics/topic.js';
import { Bulletin, writtenOnce, type Edition, type Reading } from '../bulletin/bulletin.js';
import { lastChange } from '../bulletin/last-change.js';
import { CapChains } from '../cap/cap-chains.js';
import { sendEdition } from '../http/send-edition.js';
import { PublicAddresses } from '../public-addresses.js';
import { alertsGeojson } from './alerts-geojson.js';
import { jsonAlerts } from './alerts-json.js';
import { feedWords } from './feed.words.js';
import { incidentsAtom } from './incidents-atom.js';

/** Seconds for which a browser may remember that any website may read. */
const preflightSeconds = 86_400;

/** `slug.atom` or `slug.language.atom`. */
const topicFile = /^([a-z0-9-]+)(?:\.([a-z]+))?\.atom$/;

/** Feeds for other websites, maps and apps. */
@ApiExcludeController()
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly bulletin: Bulletin,
    private readonly addresses: PublicAddresses,
    private readonly chains: CapChains,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Get('alerts.geojson')
  async geojson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendEdition(request, reply, await this.read(reply), {
      name: 'alerts.geojson',
      type: 'application/geo+json; charset=utf-8',
      write: ({ incidents }) =>
        JSON.stringify(alertsGeojson(incidents, (incident) => this.addresses.pageOf(incident))),
    });
  }

  /** In the shape that readers of the Swedish radio's alerts know. */
  @Get('alerts.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reading = await this.read(reply);
    const confirmed = new Date(this.clock.now().getTime() - reading.age * 1000);
    sendEdition(request, reply, reading, {
      name: 'alerts.json',
      type: 'application/json; charset=utf-8',
      head: `{"timestamp":"${confirmed.toISOString().replace(/\.\d+/, '')}","alerts":`,
      write: (edition) =>
        `${JSON.stringify(jsonAlerts(this.chains.in(edition).flatMap(({ messages }) => messages)))}}`,
    });
  }

  @Get(['alerts.atom', 'alerts.:language.atom'])
  async alerts(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') language = 'sv',
  ): Promise<void> {
    const reading = await this.read(reply);
    this.sendAtom(request, reply, reading, {
      name: 'alerts',
      language,
      title: feedWords.alerts[interfaceLanguageFor(language)],
      isOf: (topic) => topic === undefined,
    });
  }

  /** @throws topic.not-found */
  @Get('topics/:file')
  async topic(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') file: string,
  ): Promise<void> {
    const [, slug, language = 'sv'] = topicFile.exec(file) ?? [];
    const reading = await this.read(reply);
    const topic = reading.edition.topics.find((each) => each.slug === slug);
    if (!topic) throw NoSuchTopic();
    const words = interfaceLanguageFor(language);
    this.sendAtom(request, reply, reading, {
      name: `topics/${topic.slug}`,
      language,
      title: topic.name[words],
      subtitle: topic.description[words],
      isOf: (one) => one === topic.slug,
    });
  }

  /** Any website may ask with any headers: nothing here depends on who asks. */
  @Options('*')
  @HttpCode(204)
  preflight(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
      .header(
        'access-control-allow-headers',
        'accept, cache-control, content-type, if-modified-since, if-none-match',
      )
      .header('access-control-max-age', preflightSeconds)
      .header('allow', 'GET, HEAD, OPTIONS');
  }

  @Get('*')
  unknown(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('access-control-allow-origin', '*');
    throw new NotFoundException();
  }

  private sendAtom(
    request: FastifyRequest,
    reply: FastifyReply,
    reading: Reading,
    { isOf, ...feed }: AtomRequest,
  ): void {
    const languages = languagesOf(reading.edition);
    if (!languages.includes(feed.language)) throw new NotFoundException();
    sendEdition(request, reply, reading, {
      name: `${feed.name}.${feed.language}.atom`,
      type: 'application/atom+xml; charset=utf-8',
      write: (edition) =>
        incidentsAtom(
          {
            ...feed,
            languages,
            municipality: this.config.get('MUNICIPALITY_NAME'),
            updated: lastChange(edition, isOf),
            incidents: edition.incidents.filter(({ topic }) => isOf(topic?.slug)),
          },
          this.addresses,
        ),
    });
  }

  /** A refusal can be read by any website too. */
  private read(reply: FastifyReply): Promise<Reading> {
    void reply.header('access-control-allow-origin', '*');
    return this.bulletin.read();
  }
}

interface AtomRequest {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly isOf: (topic: string | undefined) => boolean;
}

/** Those that forms offer, and every other language that something is published in. */
const languagesOf = (edition: Edition): readonly string[] =>
  writtenOnce(edition, 'feeds.languages', () => {
    const texts = edition.incidents.flatMap(({ messages }) => messages.flatMap((message) => message.texts));
    return [...new Set([...messageLanguages, ...texts.map(({ language }) => language)])];
  });
