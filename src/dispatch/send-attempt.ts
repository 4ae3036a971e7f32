import { Injectable, Logger } from '@nestjs/common';
import type { Broadcast } from '../broadcasts/broadcast.js';
import type { AttemptResult, OutgoingDelivery } from '../deliveries/delivery.js';
import { writeToken } from '../deliveries/delivery-token.js';
import { Config } from '../platform/config/config.js';
import { AttemptRecorder } from './attempt-recorder.js';
import { Pace } from './pace.js';
import { Provider, type SendOutcome } from './provider.js';
import type { Sender } from './senders.js';

/** A worker that was frozen for longer than this between commit and send may have been given up: it must not send. */
const freshForMs = 20_000;

/** One delivery's way out: send, and have what it came to recorded. */
@Injectable()
export class SendAttempt {
  private readonly log = new Logger('attempt');

  constructor(
    private readonly provider: Provider,
    private readonly recorder: AttemptRecorder,
    private readonly pace: Pace,
    private readonly config: Config,
  ) {}

  /** @param leasedAt when the lease under which it is sent was renewed, by this process's monotonic clock, in milliseconds */
  async run(
    broadcast: Broadcast,
    delivery: OutgoingDelivery,
    sender: Sender,
    leasedAt: number,
  ): Promise<void> {
    const { broadcastId, n, token, channel } = delivery;
    const stale = performance.now() - leasedAt > freshForMs;
    const result: AttemptResult = stale
      ? { kind: 'in-doubt', reason: 'worker-frozen' }
      : await this.resultOf(await this.provider.send(this.messageOf(broadcast, delivery, sender)), sender);
    await this.recorder.record(broadcastId, channel, { n, token, result });
  }

  private messageOf(broadcast: Broadcast, delivery: OutgoingDelivery, sender: Sender) {
    const { channel, phone, language, generated } = delivery;
    const text = broadcast.texts.find((t) => t.language === language) ?? broadcast.texts[0];
    const untilExpiry = Math.floor((broadcast.expiresAt.getTime() - Date.now()) / 1000);
    return {
      channel,
      to: phone,
      from: sender.address,
      text: (channel === 'voice' ? text?.voice : undefined) ?? text?.sms ?? '',
      language,
      token: writeToken(delivery),
      validitySeconds: Math.max(1, Math.min(untilExpiry, this.config.get('VALIDITY_SECONDS'))),
      exercise: broadcast.exercise,
      generated,
    };
  }

  private async resultOf(outcome: SendOutcome, sender: Sender): Promise<AttemptResult> {
    switch (outcome.kind) {
      case 'not-sent':
        if (outcome.tooFast) this.pace.tooFast(sender);
        return {
          kind: 'not-sent',
          reason: outcome.reason,
          again: new Date(Date.now() + outcome.retryAfterMs),
        };
      case 'sender-stopped':
        this.log.error({
          msg: 'the provider refuses this sender: nothing goes out from it',
          sender: sender.id,
          reason: outcome.reason,
        });
        await this.pace.stop(sender, outcome.reason).catch((err: unknown) => this.log.error({ err }));
        return { kind: 'not-sent', reason: outcome.reason, again: new Date() };
      case 'rejected':
        if (outcome.unheardOf)
          this.log.error({
            msg: 'the provider refused with a code no rule knows: look it up',
            code: outcome.reason,
          });
        return { kind: 'rejected', reason: outcome.reason };
      default:
        return outcome;
    }
  }
}
