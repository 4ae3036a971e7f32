import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import { measure } from '../messages/measure-text.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import type { Broadcast } from './broadcast.js';
import { BroadcastsRepository } from './broadcasts.repository.js';

/** A text or a call to a member of staff. */
export interface Notice {
  /** E.164. */
  readonly phone: string;
  /** What the phone is used as: `mobile` gets a text, `landline` a call. */
  readonly as: PhoneKind;
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
  /** It has the text of an exercise, so it never reaches a real phone. */
  readonly exercise: boolean;
  /** After this it need not be sent. */
  readonly expiresAt: Date;
}

/**
 * A notice is sent like everything else: a broadcast to one phone, without approval, in the lane of codes. So it is in
 * the ledger, spends the rate, is never sent twice, and is disposed of.
 */
@Injectable()
export class SendNotice {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly clock: Clock,
  ) {}

  /** Puts it into the ledger. Call {@link wake} after the transaction. */
  async write(notice: Notice, tx: EntityManager): Promise<Broadcast> {
    const { phone, as, language, sms, voice, exercise, expiresAt } = notice;
    const createdAt = this.clock.now();
    const broadcast: Broadcast = {
      id: newId(createdAt),
      kind: 'notice',
      state: 'approved',
      lane: 'verification',
      exercise,
      channels: 'mobile-first',
      audience: { phone, kind: as },
      audienceName: 'notice',
      texts: [{ language, sms, ...(voice === undefined ? {} : { voice }), segments: measure(sms).segments }],
      expiresAt,
      createdAt,
      authors: [],
      version: 1,
    };
    await this.broadcasts.insert(broadcast, tx);
    await this.ledger.enrol(broadcast, tx);
    return broadcast;
  }

  async wake(written: readonly Broadcast[]): Promise<void> {
    for (const broadcast of written) await this.ledger.wake(broadcast);
  }
}
