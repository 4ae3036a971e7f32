import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DoubtsRepository } from '../deliveries/doubts.repository.js';
import { ParkedReceiptsRepository } from '../deliveries/parked-receipts.repository.js';
import { Gives } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { ProviderTroublesRepository } from './provider-troubles.repository.js';

export const ProviderTroublesAnswer = z.strictObject({
  lookUps: z
    .array(
      z.strictObject({
        question: z.enum([
          'fetch-sms',
          'fetch-voice',
          'list-sms',
          'list-voice',
          'cancel-sms',
          'cancel-voice',
        ]),
        reason: z.string().meta({ description: 'The provider’s code, an HTTP status, or how it broke' }),
        failures: z.number().int(),
        since: z.iso.datetime(),
        at: z.iso.datetime().meta({ description: 'When it was last noted' }),
      }),
    )
    .meta({ description: 'Questions that the provider has not answered in the last hour' }),
  doubts: z
    .strictObject({ waiting: z.number().int(), since: z.iso.datetime().nullable() })
    .meta({ description: 'Deliveries of which nobody knows yet whether they went out' }),
  parkedReceipts: z
    .number()
    .int()
    .meta({ description: 'Receipts that could not be read into the ledger and were put aside' }),
});

/** What stands between the ledger and the truth: nobody else would see it. */
@ApiTags('senders')
@Controller('api/v1/provider-troubles')
@ForStaff()
@May('sender.read')
export class ProviderTroublesController {
  constructor(
    private readonly troubles: ProviderTroublesRepository,
    private readonly doubts: DoubtsRepository,
    private readonly parked: ParkedReceiptsRepository,
  ) {}

  @Get()
  @Gives(ProviderTroublesAnswer)
  async read() {
    const [lookUps, doubts, { parked }] = await Promise.all([
      this.troubles.all(),
      this.doubts.waiting(),
      this.parked.sum(),
    ]);
    return { lookUps, doubts, parkedReceipts: parked };
  }
}
