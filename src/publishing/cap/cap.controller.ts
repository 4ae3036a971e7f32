import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { sendToAnySite } from '../../platform/http/send-to-any-site.js';
import { Bulletin } from '../bulletin/bulletin.js';
import { lastChange } from '../bulletin/last-change.js';
import { sendEdition } from '../http/send-edition.js';
import { PublicAddresses } from '../public-addresses.js';
import { CapChains } from './cap-chains.js';
import { capFeed } from './cap-feed.js';
import { CapSigner } from './cap-signature.js';
import { capXml } from './cap-xml.js';

const CapMessageUnknown = refusal('cap.unknown', 'not-found', {
  sv: 'Det finns inget CAP-meddelande med den adressen.',
  en: 'There is no CAP message at that address.',
});

/** Seconds for which caches may keep a message: a year. It never changes. */
const kept = 31_536_000;

/** What is public, for systems that read the Common Alerting Protocol 1.2. */
@ApiExcludeController()
@Controller('feeds')
export class CapController {
  constructor(
    private readonly chains: CapChains,
    private readonly signer: CapSigner,
    private readonly bulletin: Bulletin,
    private readonly addresses: PublicAddresses,
    private readonly config: Config,
  ) {}

  @Get('cap.atom')
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendEdition(request, reply, await this.bulletin.read(), {
      name: 'cap.atom',
      type: 'application/atom+xml; charset=utf-8',
      write: (edition) =>
        capFeed(
          this.chains.in(edition),
          {
            author: this.config.get('MUNICIPALITY_NAME'),
            updated: lastChange(edition, (topic) => topic === undefined),
          },
          {
            self: this.addresses.capFeed(),
            current: this.addresses.current,
            ofMessage: (message) => this.chains.addressOf(message),
          },
        ),
    });
  }

  /** @throws cap.unknown */
  @Get('cap/:name.xml')
  async message(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A browser shows other websites only an answer that allows it, also if it is 404.
    void reply.header('access-control-allow-origin', '*');
    const message = await this.chains.find(name);
    if (!message) throw CapMessageUnknown();
    const body = this.signer.sign(capXml(message));
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    sendToAnySite(request, reply, { type: 'application/cap+xml; charset=utf-8', body, tag, maxAge: kept });
  }
}
