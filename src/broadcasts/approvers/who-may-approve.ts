import { Injectable } from '@nestjs/common';
import { MembersRepository, type Colleague } from '../../staff/members.repository.js';
import { rolesOf } from '../../staff/rights.js';
import { hadAHandIn, type Broadcast } from '../broadcast.js';
import { Reminders } from '../schedule/reminders.js';
import { rightTo } from '../broadcast-rights.js';

/** Finds who can be the second pair of eyes: who has the right to approve and had no hand in the broadcast or its reminder. */
@Injectable()
export class WhoMayApprove {
  constructor(
    private readonly members: MembersRepository,
    private readonly reminders: Reminders,
  ) {}

  /** By name. */
  async run(broadcast: Broadcast): Promise<Colleague[]> {
    const reminder = await this.reminders.of(broadcast);
    const approvers = await this.members.withRoles(rolesOf[rightTo.approval]);
    return approvers.filter(({ id }) => ![broadcast, reminder].some((one) => one && hadAHandIn(one, id)));
  }
}
