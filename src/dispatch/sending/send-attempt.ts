import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { AttemptResult } from '../../deliveries/attempt.js';
import type { ClaimedBatch, OutgoingDelivery } from '../../deliveries/delivery.js';
import { consequentialFailures, type ReportedFailure } from '../../deliveries/failure.js';
import { writeToken } from '../../deliveries/delivery-token.js';
import { isSpoken } from '../../kernel/channel.js';
import { textFor } from '../../messages/per-language.js';
import { textToSay, type Voices } from '../../messages/voice-script.js';
import { Config } from '../../platform/config/config.js';
import { LedgerRepository } from '../../deliveries/ledger/ledger.repository.js';
import { ReceiptInbox } from '../../deliveries/ledger/receipt-inbox.js';
import type { Receipt } from '../../deliveries/ledger/receipts.repository.js';
import { Log } from '../../platform/logging/log.js';
import { dispatchEvents } from '../log-events.js';
import { FailureConsequences } from './failure-consequences.js';
import { AttemptRecorder } from './attempt-recorder.js';
import { Pace } from '../rate/pace.js';
import type { ProviderStatus, SendOutcome } from '../providers/provider.js';
import { Providers } from '../providers/providers.js';
import { RefusalRuns, type RefusalRun } from './refusal-runs.js';
import type { Sender } from '../senders/senders.js';
import { isToOnePhone } from '../../kernel/broadcast-kinds.js';

/**
 * Milliseconds. A worker that was frozen for longer between commit and send may have been given up: it must not send.
 */
const freshForMs = 20_000;

/** A delivery that is about to be sent, with its broadcast and its sender. */
export interface OutgoingAttempt {
  readonly broadcast: Broadcast;
  readonly delivery: OutgoingDelivery;
  readonly sender: Sender;
  /** When the lease for this send was renewed, by this process's monotonic clock, in milliseconds. */
  readonly leasedAt: number;
}

interface Attempted {
  readonly result: AttemptResult;
  /** What the provider already knew about the accepted message. */
  readonly receipt?: ProviderStatus | undefined;
  /** The run of unknown refusals that the result belongs to. */
  readonly run?: RefusalRun;
}

const notSent = (reason: string, afterMs = 0): Attempted => ({
  result: { kind: 'not-sent', reason, afterMs },
});

/** Sends one delivery, and has its result recorded. */
@Injectable()
export class SendAttempt {
  private readonly log = new Log('attempt', dispatchEvents);

  constructor(
    private readonly providers: Providers,
    private readonly recorder: AttemptRecorder,
    private readonly pace: Pace,
    private readonly consequences: FailureConsequences,
    private readonly config: Config,
    private readonly runs: RefusalRuns,
    private readonly ledger: LedgerRepository,
    private readonly inbox: ReceiptInbox,
  ) {}

  /** Resolves when the result is in the ledger. */
  async run(departure: OutgoingAttempt): Promise<void> {
    const { delivery, sender } = departure;
    const { broadcastId, n, token, channel } = delivery;
    const { result, receipt, run } = await this.attempt(departure).finally(() =>
      this.pace.inFlight(sender).leave(),
    );
    await this.recorder.record(broadcastId, channel, { n, token, result });
    if (result.kind === 'accepted' && receipt)
      await this.keep({ broadcastId, n, token, providerRef: result.providerRef, ...receipt });
    // This refusal was recorded after the sender was stopped.
    if (result.kind === 'rejected' && run?.isTooLong) await this.takeBack(departure, run);
  }

  /** Records that an attempt was not sent: it may be marked `sending`, but the provider was never asked. */
  notSent(batch: ClaimedBatch, { n, token }: { readonly n: number; readonly token: string }): Promise<void> {
    const result = { kind: 'not-sent', reason: 'database-slow', afterMs: 0 } as const;
    return this.recorder.record(batch.broadcastId, batch.channel, { n, token, result });
  }

  private async attempt(departure: OutgoingAttempt): Promise<Attempted> {
    const { sender } = departure;
    const onItsWayMs = performance.now() - departure.leasedAt;
    // The provider was not asked, and will not be: so it is certain that nothing was sent, however late it is.
    if (onItsWayMs > freshForMs) return notSent('worker-frozen');
    const secondsLeft = departure.delivery.secondsLeft - onItsWayMs / 1000;
    if (secondsLeft <= 0) return notSent('expired');
    return this.resultOf(
      await this.providers.of(sender.provider).send(messageOf(departure, secondsLeft, this.config.voices)),
      departure,
    );
  }

  private async resultOf(outcome: SendOutcome, departure: OutgoingAttempt): Promise<Attempted> {
    const { sender } = departure;
    switch (outcome.kind) {
      case 'accepted':
        this.pace.inFlight(sender).accepted();
        this.pace.accepted(sender);
        this.runs.end(sender.id);
        return {
          result: { kind: 'accepted', providerRef: outcome.providerRef },
          receipt: outcome.receipt,
        };
      case 'not-sent':
        if (outcome.tooFast) this.pace.tooFast(sender, outcome.holdMs);
        return notSent(outcome.reason, Math.max(outcome.retryAfterMs, this.pace.heldMs(sender)));
      case 'sender-stopped':
        await this.follow({ ...outcome, failure: 'sender-refused' }, departure);
        return notSent(outcome.reason);
      case 'rejected': {
        const { reason, failure, unheardOf } = outcome;
        if (unheardOf) return this.refusedForNoKnownReason(reason, departure);
        if (failure && consequentialFailures.includes(failure))
          await this.follow({ failure, reason }, departure);
        return { result: { kind: 'rejected', reason, failure } };
      }
      default:
        return { result: outcome };
    }
  }

  /** If it can't be stored, the provider is asked for it later, as for every missing receipt. */
  private async keep(receipt: Receipt): Promise<void> {
    await this.inbox
      .keep(receipt)
      .catch((err: unknown) => this.log.write('receipt.not-kept', { providerRef: receipt.providerRef, err }));
  }

  private async refusedForNoKnownReason(code: string, departure: OutgoingAttempt): Promise<Attempted> {
    this.log.write('provider.unknown-code', { code });
    const { broadcast, delivery, sender } = departure;
    const result = { kind: 'rejected', reason: code } as const;
    // Anybody can request a code to three odd numbers. That must not stop a sender. A notice is treated alike.
    if (isToOnePhone(broadcast.kind)) return { result };
    const run = this.runs.refused(sender.id, code, delivery.phone);
    if (!run.isTooLong) return { result, run };
    await this.follow({ failure: 'sender-refused', reason: code, takesBack: true }, departure);
    return notSent(code);
  }

  /**
   * Plans refused deliveries again: they wait until the sender is started, like those that were never tried. Upkeep
   * does the same.
   */
  private async takeBack({ sender }: OutgoingAttempt, { code }: RefusalRun): Promise<void> {
    const { kinds, channel } = sender;
    await this.ledger
      .planAgain({ kinds, channel, reason: code })
      .catch((err: unknown) => this.log.write('refusals.not-planned-again', { err }));
  }

  /**
   * Applies the consequences. If that fails, they come again with the next failure, so the result is recorded anyway.
   */
  private async follow(
    {
      failure,
      reason,
      passing,
      takesBack,
    }: Pick<ReportedFailure, 'failure' | 'reason' | 'passing' | 'takesBack'>,
    { broadcast, delivery, sender }: OutgoingAttempt,
  ): Promise<void> {
    const { phone, channel } = delivery;
    await this.consequences
      .run([
        {
          failure,
          reason,
          passing,
          takesBack,
          phone,
          channel,
          kind: broadcast.kind,
          senderAddress: sender.address,
        },
      ])
      .catch((err: unknown) => this.log.write('send-failure.not-followed-up', { failure, err }));
  }
}

function messageOf(
  { broadcast, delivery, sender, leasedAt }: OutgoingAttempt,
  secondsLeft: number,
  voices: Voices,
) {
  const { channel, phone, language, generated } = delivery;
  const { texts } = broadcast;
  const said = isSpoken(channel) ? textToSay(texts, language, voices) : undefined;
  const text = said ?? textFor(texts, language);
  return {
    channel,
    to: phone,
    from: sender.address,
    text: (isSpoken(channel) ? text?.voice : undefined) ?? text?.sms ?? '',
    language: text?.language ?? language,
    token: writeToken(delivery),
    secondsLeft,
    beginBy: leasedAt + freshForMs,
    isCode: broadcast.kind === 'verification',
    exercise: broadcast.exercise,
    generated,
  };
}
