import { Injectable } from '@nestjs/common';
import { channels } from '../../kernel/channel.js';
import { newId } from '../../kernel/ids.js';
import { StopByText } from '../../topics/stop-by-text.js';
import { Log } from '../../platform/logging/log.js';
import { Providers } from '../providers/providers.js';
import { passesByItself } from '../receipts/passes-by-itself.js';
import { dispatchEvents } from '../log-events.js';
import { SendGateRepository, TurnLost, type AskingTurn, type GateSeen } from './send-gate.repository.js';
import type { ListedMessage } from './sent-list.js';
import { TakeOverRepository } from './take-over.repository.js';
import { clockSlackSeconds, UnknownMessagesRepository } from './unknown-messages.repository.js';

export type AskedOutcome =
  /**
   * Another worker is asking. Or the ledger was complete so recently that the provider may not list its last messages
   * yet.
   */
  | { readonly kind: 'later' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'held'; readonly unknown: number; readonly takenOver: number }
  | { readonly kind: 'failed'; readonly why: string };

/** Seconds after which a provider lists each message that it has accepted. */
const listedWithinSeconds = 10;
const renewEveryMs = 1000;

/**
 * Asks every provider what it has sent since the last moment at which the ledger was complete. If the provider has sent
 * messages that the ledger does not know, all sending is held, and the unknown messages are taken over.
 */
@Injectable()
export class AskProvider {
  private readonly log = new Log('gap', dispatchEvents);

  constructor(
    private readonly gate: SendGateRepository,
    private readonly providers: Providers,
    private readonly unknown: UnknownMessagesRepository,
    private readonly takeOver: TakeOverRepository,
    private readonly stopByText: StopByText,
  ) {}

  /** Safe to repeat and to crash in: nothing is opened before the last statement. */
  async run(worker: string, seen: GateSeen): Promise<AskedOutcome> {
    const turn = { id: `${worker} ${newId()}`, home: seen.home };
    if (!(await this.gate.takeTurn(turn))) return { kind: 'later' };
    let renewed: Promise<void> | undefined;
    const renewing = setInterval(() => {
      // If the turn lapses, another worker asks, and the findings of this one are refused. Renewals do not overlap: the
      // row is locked while findings are written.
      renewed ??= this.gate
        .renewTurn(turn)
        .catch(() => undefined)
        .finally(() => (renewed = undefined));
    }, renewEveryMs);
    try {
      return await this.ask(turn, seen);
    } catch (error) {
      if (!(error instanceof TurnLost)) throw error;
      this.log.write('provider-list.turn-lost');
      return { kind: 'later' };
    } finally {
      clearInterval(renewing);
      await renewed;
      await this.gate.endTurn(turn).catch(() => undefined);
    }
  }

  private async ask(turn: AskingTurn, seen: GateSeen): Promise<AskedOutcome> {
    const { home, askedFor, isHeld, silentSeconds } = seen;
    await this.unknown.forgetWaiting(turn);
    await this.unknown.forgetOld();
    const knownUntil = await this.gate.knownUntil();
    const since = new Date(knownUntil!.getTime() - clockSlackSeconds * 1000);
    for (const { provider, list } of this.providers.sentLists())
      for (const channel of channels) {
        const why = await list.each(channel, since, async (page) => {
          const sent = page.filter(({ direction }) => direction === 'sent');
          if (sent.length > 0) await this.unknown.note({ provider, channel }, sent, turn);
          await this.heedStops(page);
        });
        if (why !== undefined) return { kind: 'failed', why };
      }
    const found = await this.unknown.waiting();
    if (found === 0 && !isHeld) {
      await this.unknown.forgetWaiting(turn);
      if (askedFor !== home && silentSeconds !== null && silentSeconds < listedWithinSeconds)
        return { kind: 'later' };
      await this.gate.answered(turn);
      return { kind: 'complete' };
    }
    const taken = await this.takeOver.run(turn, askedFor !== home);
    if (!taken) return { kind: 'complete' };
    const { unknown, takenOver } = taken;
    if (unknown > 0) this.log.write('sending.held', { unknown, takenOver, since });
    return { kind: 'held', unknown, takenOver };
  }

  /**
   * A STOP that arrived in the gap is lost with the ledger's data, so it is read again here. A handled one is
   * remembered by its reference. One that can't be read must not block everybody else's messages.
   */
  private async heedStops(page: readonly ListedMessage[]): Promise<void> {
    for (const { direction, from, to, text = '', providerRef } of page) {
      if (direction !== 'received') continue;
      try {
        await this.stopByText.run({ from, to, text, ref: providerRef });
      } catch (err) {
        if (passesByItself(err)) throw err;
        this.log.write('gap-text.not-read', { ref: providerRef, err });
      }
    }
  }
}
