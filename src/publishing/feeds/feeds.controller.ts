import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Bulletin } from '../bulletin/bulletin.js';
import { sendEdition } from '../http/send-edition.js';
import { PublicAddresses } from '../public-addresses.js';
import { alertsGeojson } from './alerts-geojson.js';

/** Feeds for other websites, maps and apps. */
@ApiExcludeController()
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly bulletin: Bulletin,
    private readonly addresses: PublicAddresses,
  ) {}

  @Get('alerts.geojson')
  async geojson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendEdition(request, reply, await this.bulletin.read(), {
      name: 'alerts.geojson',
      type: 'application/geo+json; charset=utf-8',
      write: ({ incidents }) =>
        JSON.stringify(alertsGeojson(incidents, (incident) => this.addresses.pageOf(incident))),
    });
  }
}
