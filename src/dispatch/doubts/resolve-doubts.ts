import { Injectable } from '@nestjs/common';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { DoubtsRepository, type Doubt } from '../../deliveries/ledger/doubts.repository.js';
import { isSpoken } from '../../kernel/channel.js';
import { Providers } from '../providers/providers.js';

/** Clocks differ between us and the provider, whose list is in whole seconds: too little here sends twice. */
const slackMs = 30_000;
/**
 * How long a doubt waits for another one to the same phone, on which the same listed message may bear: what is being
 * sent, and most callbacks, are through by then. After that a guess would be no better.
 */
const patienceSeconds = 600;
/** After so long without any answer from the provider, a broadcast that is over ends without one. */
const hopelessSeconds = 24 * 3600;
/** Look-ups at once: few enough to leave the provider's patience to those who send. */
const atOnce = 50;

/**
 * Finds out what became of deliveries in doubt, by the provider's list: one match is it; twice nothing means it was
 * never sent, and then only a crisis or an urgent broadcast sends it again.
 */
@Injectable()
export class ResolveDoubts {
  constructor(
    private readonly doubts: DoubtsRepository,
    private readonly broadcasts: BroadcastsRepository,
    private readonly providers: Providers,
  ) {}

  /** Forgets what receipts have settled meanwhile. */
  tidy(): Promise<void> {
    return this.doubts.dropSettled();
  }

  /** @returns whether there may be more to look up now */
  async run(): Promise<boolean> {
    const due = await this.doubts.take(atOnce);
    await Promise.all(byPhone(due).map((doubts) => this.resolveInTurn(doubts)));
    return due.length === atOnce;
  }

  /** One phone's doubts one after the other, so that two of them never take the same message for theirs. */
  private async resolveInTurn(doubts: readonly Doubt[]): Promise<void> {
    for (const doubt of doubts) await this.resolve(doubt);
  }

  private async resolve(doubt: Doubt): Promise<void> {
    const { texts } = await this.broadcasts.getToSend(doubt.broadcastId);
    const since = new Date(doubt.sentAt.getTime() - slackMs);
    // Whatever sender it names: it may have gone out from one that is not configured any more.
    const { found: listed } = await this.providers
      .of(doubt.provider)
      .listSince(doubt.channel, doubt.phone, since);
    // The front has told of it. As long as it could still be sent again, somebody may mend what keeps the list from us.
    if (!listed)
      return doubt.isOver && doubt.seconds > hopelessSeconds ? this.doubts.giveUp(doubt) : undefined;
    const text = (texts.find(({ language }) => language === doubt.language) ?? texts[0])?.sms;
    const { bound, rivals } = await this.doubts.claims(
      doubt,
      listed.map(({ providerRef }) => providerRef),
    );
    const nobodys = listed.filter(({ providerRef }) => !bound.includes(providerRef));
    // A call says nothing of what it said: any other to the same phone may be this one.
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
    // Something was sent that is nobody else's, only its words differ: the provider may have changed them. Sending
    // again on that would be a guess, and so would giving up while its owner may still be found out.
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
