import type { INestApplicationContext } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { consentText } from './consent-text.js';
import { demoTopics } from './demo-topics.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { TopicsRepository } from './topics.repository.js';

/** Gives the demo's topics some subscribers each. Topics further down get fewer. Safe to repeat. */
export async function ensureDemoSubscribers(
  app: INestApplicationContext,
  phones: readonly string[],
): Promise<void> {
  const subscriptions = app.get(SubscriptionsRepository, { strict: false });
  const all = await app.get(TopicsRepository, { strict: false }).list();
  const topics = demoTopics.flatMap(({ slug }) => all.filter((topic) => topic.slug === slug));
  const consent = consentText(app.get(Config, { strict: false }).get('MUNICIPALITY_NAME'), 'sv');
  await subscriptions.atomically(async (tx) => {
    for (const [at, phone] of phones.entries()) {
      const wanted = topics.filter((_, position) => at % (position + 1) === 0).map(({ id }) => id);
      await subscriptions.begin(phone, wanted, consent, tx);
    }
  });
}
