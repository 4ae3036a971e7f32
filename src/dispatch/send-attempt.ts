import { Injectable, Logger } from '@nestjs/common';
import type { Broadcast } from '../broadcasts/broadcast.js';
import type { AttemptResult } from '../deliveries/attempt.js';
import type { ClaimedBatch, OutgoingDelivery } from '../deliveries/delivery.js';
import { tellingFailures } from '../deliveries/failure.js';
import { writeToken } from '../deliveries/delivery-token.js';
import { textToSay, type Voices } from '../messages/voice-script.js';
import { Config } from '../platform/config/config.js';
import { AfterFailure } from './after-failure.js';
import { AttemptRecorder } from './attempt-recorder.js';
import { Pace } from './pace.js';
import { Provider, type SendOutcome } from './provider.js';
import type { Sender } from './senders.js';

/** A worker that was frozen for longer than this between commit and send may have been given up: it must not send. */
const freshForMs = 20_000;

/** A delivery on its way: what it is of, and what it goes out from. */
export interface Departure {
  readonly broadcast: Broadcast;
  readonly delivery: OutgoingDelivery;
  readonly sender: Sender;
  /** When the lease under which it is sent was renewed, by this process's monotonic clock, in milliseconds. */
  readonly leasedAt: number;
}

/** One delivery's way out: send, and have what it came to recorded. */
@Injectable()
export class SendAttempt {
  private readonly log = new Logger('attempt');

  constructor(
    private readonly provider: Provider,
    private readonly recorder: AttemptRecorder,
    private readonly pace: Pace,
    private readonly afterFailure: AfterFailure,
    private readonly config: Config,
  ) {}

  /** Resolves when the result is in the ledger. */
  async run(departure: Departure): Promise<void> {
    const { broadcastId, n, token, channel } = departure.delivery;
    const result = await this.attempt(departure).finally(() => this.pace.inFlight.leave());
    await this.recorder.record(broadcastId, channel, { n, token, result });
  }

  /** Of one that may be marked as being sent, but of which the provider was never asked. */
  notSent(batch: ClaimedBatch, { n, token }: { readonly n: number; readonly token: string }): Promise<void> {
    const result = { kind: 'not-sent', reason: 'database-slow', afterMs: 0 } as const;
    return this.recorder.record(batch.broadcastId, batch.channel, { n, token, result });
  }

  private async attempt(departure: Departure): Promise<AttemptResult> {
    const onItsWayMs = performance.now() - departure.leasedAt;
    // Nothing was asked of the provider yet, and nothing will be: that much is certain, however late it is.
    if (onItsWayMs > freshForMs) return { kind: 'not-sent', reason: 'worker-frozen', afterMs: 0 };
    const secondsLeft = departure.delivery.secondsLeft - onItsWayMs / 1000;
    if (secondsLeft <= 0) return { kind: 'not-sent', reason: 'expired', afterMs: 0 };
    return this.resultOf(
      await this.provider.send(messageOf(departure, secondsLeft, this.config.voices)),
      departure,
    );
  }

  private async resultOf(outcome: SendOutcome, departure: Departure): Promise<AttemptResult> {
    switch (outcome.kind) {
      case 'accepted':
        this.pace.inFlight.accepted();
        return outcome;
      case 'not-sent':
        if (outcome.tooFast) this.pace.tooFast(departure.sender);
        return { kind: 'not-sent', reason: outcome.reason, afterMs: outcome.retryAfterMs };
      case 'sender-stopped':
        await this.follow({ failure: 'sender-refused', reason: outcome.reason }, departure);
        return { kind: 'not-sent', reason: outcome.reason, afterMs: 0 };
      case 'rejected': {
        const { reason, failure, unheardOf } = outcome;
        if (unheardOf)
          this.log.error({
            msg: 'the provider refused with a code no rule knows: look it up',
            code: reason,
          });
        if (failure && tellingFailures.includes(failure)) await this.follow({ failure, reason }, departure);
        return { kind: 'rejected', reason, failure };
      }
      default:
        return outcome;
    }
  }

  /** What follows for others; it comes again with the next failure, so it must not keep the result from the ledger. */
  private async follow(
    told: Pick<Parameters<AfterFailure['run']>[0], 'failure' | 'reason'>,
    { broadcast, delivery, sender }: Departure,
  ): Promise<void> {
    const { phone, channel } = delivery;
    await this.afterFailure
      .run({ ...told, phone, channel, kind: broadcast.kind, senderAddress: sender.address })
      .catch((err: unknown) =>
        this.log.error({ msg: 'could not follow up a failure', failure: told.failure, err }),
      );
  }
}

function messageOf({ broadcast, delivery, sender }: Departure, secondsLeft: number, voices: Voices) {
  const { channel, phone, language, generated } = delivery;
  const { texts } = broadcast;
  const said = channel === 'voice' ? textToSay(texts, language, voices) : undefined;
  const text = said ?? texts.find((t) => t.language === language) ?? texts[0];
  return {
    channel,
    to: phone,
    from: sender.address,
    text: (channel === 'voice' ? text?.voice : undefined) ?? text?.sms ?? '',
    language: text?.language ?? language,
    token: writeToken(delivery),
    secondsLeft,
    isCode: broadcast.kind === 'verification',
    exercise: broadcast.exercise,
    generated,
  };
}
