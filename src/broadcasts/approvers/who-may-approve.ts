import { Injectable } from '@nestjs/common';
import { MembersRepository, type Colleague } from '../../staff/members.repository.js';
import { rolesOf } from '../../staff/rights.js';
import { hadAHandIn, type Broadcast } from '../broadcast.js';
import { rightTo } from '../broadcast-rights.js';

/** Finds who can be the second pair of eyes: who has the right to approve and had no hand in the broadcast. */
@Injectable()
export class WhoMayApprove {
  constructor(private readonly members: MembersRepository) {}

  /** By name. */
  async run(
    broadcast: Pick<Broadcast, 'authors' | 'createdBy' | 'returnedBy' | 'submittedBy'>,
  ): Promise<Colleague[]> {
    const approvers = await this.members.withRoles(rolesOf[rightTo.approval]);
    return approvers.filter(({ id }) => !hadAHandIn(broadcast, id));
  }
}
