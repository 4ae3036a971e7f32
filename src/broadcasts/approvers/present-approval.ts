import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { RotaRepository } from '../../staff/rota/rota.repository.js';
import { BroadcastLedger, type Report } from '../broadcast-ledger.js';
import type { Broadcast } from '../broadcast.js';
import type { noticeOutcomes } from './approval-answers.js';
import { ApproversToldRepository } from './approvers-told.repository.js';
import { WhoMayApprove } from './who-may-approve.js';

type NoticeOutcome = (typeof noticeOutcomes)[number];

/** Who may decide on a broadcast that waits, as the API shows it. */
@Injectable()
export class PresentApproval {
  constructor(
    private readonly whoMay: WhoMayApprove,
    private readonly told: ApproversToldRepository,
    private readonly ledger: BroadcastLedger,
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
      told: await Promise.all(
        told.map(async ({ at, reminder, texted, notices, notTexted }) => {
          const outcomes = await Promise.all(notices.map((id) => this.outcomeOf(id)));
          return {
            at,
            reminder,
            texted: people(texted).map((one, n) => ({ ...one, outcome: outcomes[n] ?? 'unknown' })),
            notTexted: people(notTexted),
          };
        }),
      ),
    };
  }
  private async outcomeOf(notice: string): Promise<NoticeOutcome> {
    return outcomeIn(await this.ledger.report({ id: notice, kind: 'notice', audience: {} }));
  }
}

/** A text without a receipt may have arrived. */
function outcomeIn({ delivered, noReceipt, unknown, failed, ...rest }: Report): NoticeOutcome {
  if (delivered > 0) return 'arrived';
  if (failed + rest.undelivered + rest.rejected + rest.expired + rest.cancelled + rest.suppressed > 0)
    return 'failed';
  return rest.planned === 0 || noReceipt + unknown > 0 ? 'unknown' : 'under-way';
}
