import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { RotaRepository } from '../../staff/rota/rota.repository.js';
import type { Broadcast } from '../broadcast.js';
import { ApproversToldRepository } from './approvers-told.repository.js';
import { WhoMayApprove } from './who-may-approve.js';

/** Who may decide on a broadcast that waits, as the API shows it. */
@Injectable()
export class PresentApproval {
  constructor(
    private readonly whoMay: WhoMayApprove,
    private readonly told: ApproversToldRepository,
    private readonly members: MembersRepository,
    private readonly rota: RotaRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined if the broadcast does not wait for an approval */
  async run(broadcast: Broadcast) {
    if (broadcast.state !== 'pending-approval') return undefined;
    const mayApprove = await this.whoMay.run(broadcast);
    const onDuty = new Set((await this.rota.at(this.clock.now())).map(({ memberId }) => memberId));
    const told = await this.told.of(broadcast);
    const names = await this.members.namesOf(told.flatMap((one) => [...one.texted, ...one.notTexted]));
    const people = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }));
    return {
      mayApprove: mayApprove
        .map(({ id, name, phone }) => ({ id, name, hasPhone: phone !== null, onDuty: onDuty.has(id) }))
        .toSorted((a, b) => Number(b.onDuty) - Number(a.onDuty)),
      told: told.map(({ at, reminder, texted, notTexted }) => ({
        at,
        reminder,
        texted: people(texted),
        notTexted: people(notTexted),
      })),
    };
  }
}
