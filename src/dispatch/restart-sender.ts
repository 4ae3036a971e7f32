import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { SenderStops } from './sender-stops.repository.js';

/** Starts senders that the provider refused. What waited for them goes out within the second. */
@Injectable()
export class RestartSender {
  private readonly log = new Logger('senders');

  constructor(
    private readonly db: DataSource,
    private readonly stops: SenderStops,
    private readonly audit: AuditLog,
  ) {}

  /** Safe to repeat. */
  async run(sender: string, member: Member): Promise<void> {
    await this.db.transaction(async (db) => {
      if (!(await this.stops.restart(sender, db))) return;
      await this.audit.record({ memberId: member.id, action: 'sender.restart', subject: sender }, db);
    });
  }

  /** The one automatic try of those that something on the way may have stopped. */
  async probe(): Promise<void> {
    const started = await this.db.transaction(async (db) => {
      const senders = await this.stops.startDueProbes(db);
      const detail = { automatic: true };
      await this.audit.recordAll(
        senders.map((subject) => ({ action: 'sender.restart', subject, detail })),
        db,
      );
      return senders;
    });
    for (const sender of started) this.log.warn({ msg: 'a stopped sender is tried again', sender });
  }
}
