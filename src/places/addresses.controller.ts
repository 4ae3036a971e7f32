import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Asks, Gives } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { AddressQueries } from './address-queries.repository.js';
import { AddressAnswer } from './place-answers.js';

const AddressSearch = z.strictObject({
  q: z.string().min(1).max(200).meta({
    description: 'Street, number, locality, as people type; several at once, a comma apart',
  }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Finds an address, so that the map is never the only way to choose one. */
@ApiTags('places')
@ForStaff()
@May('place.read')
@Controller('api/v1/addresses')
export class AddressesController {
  constructor(private readonly addresses: AddressQueries) {}

  @Get()
  @Gives(z.array(AddressAnswer))
  search(@Asks(AddressSearch) { q, limit }: z.infer<typeof AddressSearch>) {
    return this.addresses.search(q, limit);
  }
}
