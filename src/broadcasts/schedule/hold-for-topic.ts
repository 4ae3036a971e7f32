import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';
import { openingFrom } from '../../topics/topic-hours.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import type { Broadcast } from '../broadcast.js';

const ClosedUntilExpiry = refusal('broadcast.closed-until-expiry', 'invalid', {
  sv: 'SMS-tjänstens tider börjar inte före sluttiden. Sätt en senare sluttid.',
  en: 'The hours of the topic do not begin before the broadcast expires. Set a later expiry.',
});
export const HeldForTopic = refusal('broadcast.held-for-topic', 'conflict', {
  sv: 'SMS-tjänsten skickar bara på sina tider. Gäller det fara: skicka ett larm.',
  en: 'The topic is only sent within its hours. If there is danger, send an alert.',
});

/** Topics have hours. Alerts and codes are never held. */
@Injectable()
export class HoldForTopic {
  constructor(private readonly topics: TopicsRepository) {}

  /**
   * When the broadcast may start, if its topic is closed at its time.
   *
   * @throws broadcast.closed-until-expiry
   */
  async until(broadcast: Broadcast, now: Date): Promise<Date | undefined> {
    const hours = await this.hoursOf(broadcast);
    if (!hours) return undefined;
    const opening = openingFrom(hours, wantedStart(broadcast, now));
    if (!opening || opening >= broadcast.expiresAt) throw ClosedUntilExpiry();
    return opening > wantedStart(broadcast, now) ? opening : undefined;
  }

  /** The opening that it would wait for if it were approved now, even one after its expiry. */
  async opening(broadcast: Broadcast, now: Date): Promise<Date | undefined> {
    const hours = await this.hoursOf(broadcast);
    const opening = hours && openingFrom(hours, wantedStart(broadcast, now));
    return opening && opening > wantedStart(broadcast, now) ? opening : undefined;
  }

  /**
   * When a text to the topic may start, by its hours as they are at `at`: they may have changed since the approval.
   *
   * @returns `at` if it may start then; undefined if the hours do not begin within three weeks
   */
  async openingFrom(topic: string, at: Date, tx: EntityManager): Promise<Date | undefined> {
    const hours = (await this.topics.find(topic, tx))?.hours;
    return hours ? openingFrom(hours, at) : at;
  }

  private async hoursOf({ audience }: Broadcast) {
    return 'topic' in audience ? (await this.topics.find(audience.topic))?.hours : undefined;
  }
}

const wantedStart = ({ startsAt }: Broadcast, now: Date): Date =>
  startsAt && startsAt > now ? startsAt : now;
