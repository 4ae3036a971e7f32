import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { refusal } from '../kernel/refusal.js';
import { Asks, Gives, parsed } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { placeKinds } from './place-kind.js';
import { AddressesOfPlaces } from './addresses-of-places.repository.js';
import { PlaceAnswer, PlaceInFullAnswer } from './place-answers.js';
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
  ) {}

  @Get()
  @Gives(z.array(PlaceAnswer))
  search(@Asks(PlaceSearch) search: z.infer<typeof PlaceSearch>) {
    return this.places.search(search);
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
