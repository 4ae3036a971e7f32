import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Gives } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { rightTo } from '../broadcast-rights.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { WaitingAnswer } from './approval-answers.js';
import { waitingFor } from './waiting-for.js';

/** Far more than ever wait. */
const most = 500;

/** What waits for the approval of whoever asks: the console asks on every page. */
@ApiTags('broadcasts')
@ForStaff()
@Controller('api/v1/broadcasts/waiting')
export class WaitingController {
  constructor(private readonly broadcasts: BroadcastsRepository) {}

  @Get()
  @May(rightTo.approval)
  @Gives(WaitingAnswer)
  async list(@CurrentMember() { id }: Member) {
    const pending = await this.broadcasts.list({ limit: most, states: ['pending-approval'] });
    return { ids: waitingFor(pending, id).map((one) => one.id) };
  }
}
