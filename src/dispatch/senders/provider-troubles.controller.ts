import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DoubtsRepository } from '../../deliveries/ledger/doubts.repository.js';
import { ParkedReceiptsRepository } from '../../deliveries/ledger/parked-receipts.repository.js';
import { Gives } from '../../platform/http/parsed.js';
import { ForStaff, May } from '../../staff/staff.guard.js';
import { ProviderTroublesAnswer } from './provider-troubles-answers.js';
import { ProviderTroublesRepository } from './provider-troubles.repository.js';

/** Problems that hide the true state of deliveries, shown to staff because nothing else shows them. */
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
