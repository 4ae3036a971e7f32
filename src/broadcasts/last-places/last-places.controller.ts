import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PlaceQueries } from '../../places/place-queries.repository.js';
import { Gives } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { LastPlaceAnswer } from './last-place-answers.js';
import { LastPlacesRepository } from './last-places.repository.js';

const most = 6;

/** The reader's last places. Kept with their broadcasts, not in the browser: a phone may be shared at night. */
@ApiTags('broadcasts')
@Controller('api/v1/last-places')
@ForStaff()
export class LastPlacesController {
  constructor(
    private readonly lastPlaces: LastPlacesRepository,
    private readonly places: PlaceQueries,
  ) {}

  @Get()
  @May('broadcast.write')
  @Gives(z.array(LastPlaceAnswer))
  async list(@CurrentMember() member: Member) {
    const chosen = await this.lastPlaces.of(member.id);
    const known = new Map(
      (await this.places.among(chosen.map(({ id }) => id))).map((place) => [place.id, place] as const),
    );
    const still = chosen.flatMap(({ id, address }) => {
      const place = known.get(id);
      return place ? [{ ...place, ...(address === null ? {} : { address }) }] : [];
    });
    // One slip of a thumb must not choose everybody.
    return still.filter(({ kind }) => kind !== 'municipality').slice(0, most);
  }
}
