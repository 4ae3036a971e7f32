import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parsed } from '../../platform/http/parsed.js';
import { ForStaff, May } from '../../staff/staff.guard.js';
import { deepestZoom } from './map-tile.js';
import { MapTiles } from './map-tiles.js';

const whole = z
  .string()
  .regex(/^\d{1,7}$/, 'must be a whole number')
  .transform(Number);
const Tile = z
  .strictObject({ z: whole.pipe(z.number().max(deepestZoom)), x: whole, y: whole })
  .refine(({ z, x, y }) => x < 2 ** z && y < 2 ** z, 'there is no such tile at this zoom');

/** Vector tiles from our own data: the map's background, and what can be chosen on it. */
@ApiTags('places')
@ForStaff()
@May('place.read')
@Controller('api/v1/tiles')
export class MapTilesController {
  constructor(private readonly tiles: MapTiles) {}

  @Get(':z/:x/:y.mvt')
  @ApiProduces('application/vnd.mapbox-vector-tile')
  @ApiResponse({
    status: 200,
    description: 'Layers water, street, municipality, area, block, property, address; properties id and name',
  })
  @ApiResponse({ status: 204, description: 'Nothing is there' })
  async tile(
    @Param(parsed(Tile)) tile: z.infer<typeof Tile>,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const made = await this.tiles.at(tile);
    void reply.header('cache-control', 'private, max-age=300');
    if (!made) {
      await reply.status(204).send();
      return;
    }
    const { bytes, etag } = made;
    void reply.header('etag', etag);
    if (known === etag) await reply.status(304).send();
    else await reply.type('application/vnd.mapbox-vector-tile').send(Buffer.from(bytes));
  }
}
