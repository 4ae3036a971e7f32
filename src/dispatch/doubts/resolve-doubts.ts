import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { DoubtsRepository, type Doubt } from '../../deliveries/ledger/doubts.repository.js';
import { isSpoken } from '../../kernel/channel.js';
import { textFor } from '../../messages/per-language.js';
import { Providers } from '../providers/providers.js';

/** Our clock and the provider's differ, and the provider's list is in whole seconds. Too small a value sends twice. */
const slackMs = 30_000;
/**
 * How long a doubt waits for another doubt about the same phone that could claim the same listed message. After this
 * time sends under way and most callbacks have completed. Waiting longer would not make a guess better.
 */
const patienceSeconds = 600;
/** After this time without any answer from the provider, a broadcast that is over gives up its doubts. */
const hopelessSeconds = 24 * 3600;
/** Parallel look-ups. Few, so that the provider has capacity left for sending. */
const atOnce = 50;

/**
 * Settles deliveries in doubt by the provider's list. One match means it was sent. Two empty looks mean it was never
 * sent: then only a crisis or an urgent broadcast is sent again.
 */
@Injectable()
export class ResolveDoubts {
  constructor(
    private readonly doubts: DoubtsRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly providers: Providers,
  ) {}

  /** Deletes doubts that receipts have settled meanwhile. */
  tidy(): Promise<void> {
    return this.doubts.dropSettled();
  }

  /** @returns whether there may be more to look up now */
  async run(): Promise<boolean> {
    const due = await this.doubts.take(atOnce);
    await Promise.all(byPhone(due).map((doubts) => this.resolveInTurn(doubts)));
    return due.length === atOnce;
  }

  /** Resolves the doubts of one phone in sequence, so that two of them never claim the same message. */
  private async resolveInTurn(doubts: readonly Doubt[]): Promise<void> {
    for (const doubt of doubts) await this.resolve(doubt);
  }

  private async resolve(doubt: Doubt): Promise<void> {
    const { texts } = await this.broadcasts.getToSend(doubt.broadcastId);
    const since = new Date(doubt.sentAt.getTime() - slackMs);
    // Any sender counts: the message may have been sent by a sender that is no longer configured.
    const { found: listed } = await this.providers
      .of(doubt.provider)
      .listSince(doubt.channel, doubt.phone, since);
    // `ProviderFront` has logged the failure. While the delivery could still be resent, wait: somebody may repair the
    // access to the list.
    if (!listed)
      return doubt.isOver && doubt.seconds > hopelessSeconds ? this.doubts.giveUp(doubt) : undefined;
    const text = textFor(texts, doubt.language)?.sms;
    const { bound, rivals } = await this.doubts.claims(
      doubt,
      listed.map(({ providerRef }) => providerRef),
    );
    const nobodys = listed.filter(({ providerRef }) => !bound.includes(providerRef));
    // A listed call does not contain its text: any call to the same phone may be this one.
    const isLikeIt = (sent: { text?: string | null }) => isSpoken(doubt.channel) || sent.text === text;
    const [match, ...more] = nobodys.filter(isLikeIt);
    const claimants = rivals.filter(isLikeIt).length;
    if (match) {
      if (claimants > 0 && doubt.seconds < patienceSeconds) return;
      return more.length >= claimants
        ? this.doubts.found(doubt, match.providerRef)
        : this.doubts.giveUp(doubt);
    }
    if (doubt.emptyLooks === 0) return this.doubts.lookedInVain(doubt);
    // The list has a message that belongs to no other delivery but has another text: the provider may have changed it.
    // Sending again would be a guess. So would giving up while its owner may still be found.
    if (nobodys.some((sent) => !rivals.some(({ text: theirs }) => theirs === sent.text)))
      return doubt.seconds < patienceSeconds ? undefined : this.doubts.giveUp(doubt);
    if (doubt.lane === 'crisis' || doubt.lane === 'urgent') return this.doubts.sendAgain(doubt);
    return this.doubts.giveUp(doubt);
  }
}

function byPhone(doubts: readonly Doubt[]): Doubt[][] {
  const groups = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const key = `${doubt.channel} ${doubt.phone}`;
    const group = groups.get(key);
    if (group) group.push(doubt);
    else groups.set(key, [doubt]);
  }
  return [...groups.values()];
}
