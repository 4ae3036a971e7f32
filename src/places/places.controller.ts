import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { refusal } from '../kernel/refusal.js';
import { polygonBody, TakesUpTo } from '../platform/http/body-limits.js';
import { Asks, Gives, parsed, Takes } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { placeKinds } from './place-kind.js';
import { AddressesOfPlaces } from './addresses-of-places.repository.js';
import { AreasDrawnRepository } from './areas-drawn.repository.js';
import { DrawnGeometries } from './drawn-geometries.repository.js';
import { holdsNothing, PolygonInput, readPolygon, requireSimple } from './drawn-geometry.js';
import { AreasDrawnAnswer, PlaceAnswer, PlaceInFullAnswer } from './place-answers.js';
import { PlaceQueries } from './place-queries.repository.js';

const UnknownPlace = refusal('place.unknown', 'not-found', {
  sv: 'Platsen finns inte, eller finns inte längre.',
  en: 'There is no such place, or it is no longer there.',
});

const PlaceSearch = z.strictObject({
  kind: z.enum(placeKinds).optional(),
  q: z.string().max(200).optional().meta({ description: 'Part of a name, as people type' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
const PlaceId = z.strictObject({ id: z.uuid() });
const DrawnBody = z.strictObject({ polygon: PolygonInput });

const Moment = z.strictObject({
  at: z.iso.datetime({ offset: true }).optional().meta({
    description: 'As it was then, even if it has changed or ended since; as it is now when left out',
  }),
});

/** Finds a property, a block, an area or the municipality by name. */
@ApiTags('places')
@ForStaff()
@May('place.read')
@Controller('api/v1/places')
export class PlacesController {
  constructor(
    private readonly places: PlaceQueries,
    private readonly addresses: AddressesOfPlaces,
    private readonly drawings: DrawnGeometries,
    private readonly drawn: AreasDrawnRepository,
  ) {}

  @Get()
  @Gives(z.array(PlaceAnswer))
  search(@Asks(PlaceSearch) search: z.infer<typeof PlaceSearch>) {
    return this.places.search(search);
  }

  /** Which residential areas a drawing has addresses of, so that a text can say "delar av Porsön". */
  @Post('drawn')
  @HttpCode(200)
  @TakesUpTo(polygonBody)
  @Takes(DrawnBody)
  @Gives(AreasDrawnAnswer)
  async areasDrawn(@Body(parsed(DrawnBody)) { polygon }: z.infer<typeof DrawnBody>) {
    if (holdsNothing(polygon)) return { areas: [], elsewhere: false };
    requireSimple([polygon]);
    const shape = readPolygon(polygon);
    await this.drawings.check([shape]);
    return this.drawn.in(shape);
  }

  @Get(':id')
  @Gives(PlaceInFullAnswer)
  async one(
    @Param(parsed(PlaceId)) { id }: z.infer<typeof PlaceId>,
    @Asks(Moment) { at }: z.infer<typeof Moment>,
  ) {
    const place = await this.places.find(id, at === undefined ? undefined : new Date(at));
    if (!place) throw UnknownPlace();
    if (place.kind !== 'property' || at !== undefined) return place;
    return { ...place, block: await this.addresses.blockOf(id) };
  }
}
