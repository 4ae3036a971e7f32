import { Injectable } from '@nestjs/common';
import { refusal } from '../kernel/refusal.js';
import { openingFrom } from '../topics/topic-hours.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import type { Broadcast } from './broadcast.js';

const ClosedUntilExpiry = refusal('broadcast.closed-until-expiry', 'invalid', {
  sv: 'Ämnets tider börjar inte före sluttiden. Sätt en senare sluttid.',
  en: 'The hours of the topic do not begin before the broadcast expires. Set a later expiry.',
});
export const HeldForTopic = refusal('broadcast.held-for-topic', 'conflict', {
  sv: 'Ämnet skickas bara på sina tider. Gäller det fara: skicka ett larm.',
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
  async until({ audience, startsAt, expiresAt }: Broadcast, now: Date): Promise<Date | undefined> {
    if (!('topic' in audience)) return undefined;
    const hours = (await this.topics.find(audience.topic))?.hours;
    if (!hours) return undefined;
    const wanted = startsAt && startsAt > now ? startsAt : now;
    const opening = openingFrom(hours, wanted);
    if (!opening || opening >= expiresAt) throw ClosedUntilExpiry();
    return opening > wanted ? opening : undefined;
  }
}
