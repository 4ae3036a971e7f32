import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BroadcastLedger } from '../../broadcasts/broadcast-ledger.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { measure } from '../../messages/measure-text.js';
import { VerificationSender } from '../../verification/verification-sender.js';

type Verification = Parameters<VerificationSender['send']>[0];

/**
 * A code is sent like everything else, as a text or a call: a broadcast to one phone, without approval, in its own
 * lane.
 */
@Injectable()
export class SendVerification extends VerificationSender {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send({ phone, kind, language, text, code, expiresAt }: Verification): Promise<void> {
    const createdAt = this.clock.now();
    const broadcast: Broadcast = {
      id: newId(createdAt),
      kind: 'verification',
      state: 'approved',
      lane: 'verification',
      exercise: false,
      channels: 'mobile-first',
      audience: { phone, kind },
      audienceName: 'verification',
      texts: [{ language, sms: text, voice: code, segments: measure(text).segments }],
      expiresAt,
      createdAt,
      authors: [],
      version: 1,
    };
    await this.db.transaction(async (tx) => {
      await this.broadcasts.insert(broadcast, tx);
      await this.ledger.enrol(broadcast, tx);
    });
    await this.ledger.wake(broadcast);
  }
}
