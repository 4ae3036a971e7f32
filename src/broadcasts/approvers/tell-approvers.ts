import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { AllowancesRepository, type Draw } from '../../platform/allowances/allowances.repository.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { AuditLog } from '../../staff/audit-log.js';
import { MembersRepository, type Colleague } from '../../staff/members.repository.js';
import { onDutyFirst } from '../../staff/rota/rota.js';
import { RotaRepository } from '../../staff/rota/rota.repository.js';
import type { Broadcast } from '../broadcast.js';
import { broadcastsEvents } from '../log-events.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { SendNotice, type Notice } from '../send-notice.js';
import { approvalText } from './approval-text.js';
import { ApproversToldRepository, type DueTelling } from './approvers-told.repository.js';
import { WhoMayApprove } from './who-may-approve.js';

/** An older text wakes nobody in time. */
const textLivesMs = 3_600_000;

interface Whom {
  readonly texted: readonly Colleague[];
  readonly notTexted: readonly Colleague[];
}

/**
 * Texts the people who may approve, those on duty first, once for each submission, and reminds them once. Done by the
 * workers from what the database says, so that a crash between submission and text loses nothing.
 */
@Injectable()
export class TellApprovers {
  private readonly log = new Log('approvers', broadcastsEvents);

  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly told: ApproversToldRepository,
    private readonly whoMay: WhoMayApprove,
    private readonly rota: RotaRepository,
    private readonly members: MembersRepository,
    private readonly notices: SendNotice,
    private readonly allowances: AllowancesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Safe to repeat and to run in two workers at once. */
  async run(): Promise<void> {
    const minutes = this.config.get('APPROVER_REMINDER_MINUTES');
    for (const due of await this.told.due(this.clock.now(), minutes === 0 ? undefined : minutes))
      // One that fails is tried again in the next run, and must not keep the others waiting.
      await this.tell(due).catch((err: unknown) =>
        this.log.write('approvers.not-told', { broadcast: due.id, err }),
      );
  }

  private async tell({ id, reminder }: DueTelling): Promise<void> {
    const broadcast = await this.broadcasts.get(id);
    const { texted, notTexted } = await this.choose(broadcast, reminder);
    const sms = await this.textOf(broadcast, reminder);
    const at = this.clock.now();
    const ids = { texted: texted.map((one) => one.id), notTexted: notTexted.map((one) => one.id) };
    const written = await this.db.transaction(async (tx) => {
      if (!(await this.told.claim(broadcast, { reminder, at, ...ids }, tx))) return undefined;
      const sent = new Map<string, Broadcast>();
      // A phone that two people share gets one text.
      for (const phone of new Set(texted.map((one) => one.phone!)))
        sent.set(phone, await this.notices.write(this.noticeOf(broadcast, phone, sms), tx));
      const notices = texted.map((one) => sent.get(one.phone!)!.id);
      await this.told.setNotices(broadcast, reminder, notices, tx);
      if (sent.size > 0)
        await this.audit.record(
          { action: 'broadcast.approvers-told', subject: id, detail: { reminder, ...ids } },
          tx,
        );
      return [...sent.values()];
    });
    if (!written) return;
    await this.notices.wake(written);
    await this.spend(texted);
  }

  /** Not texted are those without a phone, and those who have had too many texts this hour. */
  private async choose(broadcast: Broadcast, reminder: boolean): Promise<Whom> {
    const texted: Colleague[] = [];
    const notTexted: Colleague[] = [];
    const shifts = await this.rota.at(this.clock.now());
    for (const approver of onDutyFirst(await this.whoMay.run(broadcast), shifts, reminder))
      (approver.phone !== null && (await this.hasLeft(approver)) ? texted : notTexted).push(approver);
    return { texted, notTexted };
  }

  private hasLeft(approver: Colleague): Promise<boolean> {
    return succeeds((empty) => this.allowances.requireLeft([this.drawOf(approver)], empty));
  }

  /** After the text was written: another worker, or a failure, must not use up the texts that somebody may have. */
  private async spend(texted: readonly Colleague[]): Promise<void> {
    for (const approver of texted)
      await succeeds((empty) => this.allowances.take([this.drawOf(approver)], empty));
  }

  private drawOf({ id }: Colleague): Draw {
    const key = this.allowances.hash('member', id);
    return { scope: 'notice', key, holds: this.config.get('NOTICES_PER_HOUR'), minutes: 60 };
  }

  private async textOf(broadcast: Broadcast, reminder: boolean): Promise<string> {
    const { id, lane, exercise, submittedCount = 0, submittedBy = '' } = broadcast;
    const names = await this.members.namesOf([submittedBy]);
    return approvalText({
      municipality: this.config.get('MUNICIPALITY_NAME'),
      lane,
      exercise,
      count: submittedCount,
      from: names.get(submittedBy) ?? '',
      reminder,
      link: `${this.config.publicUrl}/console/broadcasts/${id}`,
    });
  }

  /** A notice about an exercise is no exercise: it goes to staff only, says so, and shows if approvers can be woken. */
  private noticeOf({ expiresAt }: Broadcast, phone: string, sms: string): Notice {
    const until = Math.min(expiresAt.getTime(), this.clock.now().getTime() + textLivesMs);
    return { phone, as: 'mobile', language: 'sv', sms, exercise: false, expiresAt: new Date(until) };
  }
}

/** @returns false if it threw the error that it was given */
async function succeeds(work: (empty: () => Error) => Promise<void>): Promise<boolean> {
  const empty = new Error('too many notices');
  try {
    await work(() => empty);
    return true;
  } catch (error) {
    if (error === empty) return false;
    throw error;
  }
}
