import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApproveBroadcast } from '../../broadcasts/approve-broadcast.js';
import { SubmitBroadcast } from '../../broadcasts/submit-broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { WriteBroadcast, type BroadcastDraft } from '../../broadcasts/write-broadcast.js';
import { DemoOutcomesRepository } from '../../deliveries/ledger/demo-outcomes.repository.js';
import { PhoneIntake } from '../../directory/registers/phone-intake.repository.js';
import { PlaceQueries } from '../../places/place-queries.repository.js';
import type { Member } from '../../staff/member.js';
import { ensureDemoSubscribers } from '../../topics/ensure-demo-subscribers.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { demoSource } from '../demo-data.js';
import type { DemoClock } from './demo-clock.js';
import { demoPeople } from './demo-people.js';

/** Time of the demo's import. Before all its broadcasts, otherwise the map of a past broadcast would have no places. */
export const registersAt = (now = Date.now()): Date => new Date(now - 7 * day);

const demoSubscribers = 60;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const [maja, erik] = demoPeople.map((person): Member => ({ ...person, via: 'key' })) as [Member, Member];

/**
 * Creates the demo's past broadcasts: an alert about a leak, its all-clear, and a text to a topic. They are written,
 * submitted and approved like any other; only the outcomes of sending are invented. Does nothing if a broadcast exists.
 */
export async function ensureDemoHistory(app: INestApplicationContext, clock: DemoClock): Promise<void> {
  const broadcasts = app.get(BroadcastsRepository, { strict: false });
  if ((await broadcasts.list({ limit: 1 })).length > 0) return;
  const phones = app.get(PhoneIntake, { strict: false });
  await ensureDemoSubscribers(app, await phones.someMobiles(demoSource, demoSubscribers));
  const write = app.get(WriteBroadcast, { strict: false });
  const submit = app.get(SubmitBroadcast, { strict: false });
  const approve = app.get(ApproveBroadcast, { strict: false });
  const outcomes = app.get(DemoOutcomesRepository, { strict: false });
  const db = app.get(DataSource);
  const now = Date.now();
  const sentAt = async (at: Date, draft: Partial<BroadcastDraft> & Pick<BroadcastDraft, 'texts'>) => {
    const later = (ms: number) => new Date(at.getTime() + ms);
    const whole = { lane: 'urgent', exercise: false, channels: 'both', ...draft } as const;
    const { id } = await clock.at(at, () => write.create({ ...whole, expiresAt: later(4 * hour) }, maja));
    const { contentHash } = await clock.at(later(2 * minute), () => submit.run(id, maja));
    const approved = await clock.at(later(5 * minute), () => approve.run(id, erik, { contentHash }));
    const times = await outcomes.make(id, later(5 * minute));
    await clock.at(times.completedAt, () =>
      db.transaction((tx) =>
        broadcasts.update(approved, { state: 'completed', ...times }, { act: 'completion' }, tx),
      ),
    );
    return id;
  };

  const places = app.get(PlaceQueries, { strict: false });
  const [area] = await places.search({ kind: 'area', limit: 1 });
  if (area) {
    const leak = await sentAt(new Date(now - 3 * day), {
      audience: { places: [area.id] },
      texts: [
        {
          language: 'sv',
          sms: `Vattnet är avstängt i ${area.name} på grund av en läcka. Vi räknar med att vara klara i kväll. Luleå kommun`,
        },
      ],
    });
    await sentAt(new Date(now - 3 * day + 5 * hour), {
      follows: { broadcast: leak, relation: 'all-clear' },
      texts: [
        {
          language: 'sv',
          sms: `Läckan i ${area.name} är lagad och vattnet är tillbaka. Spola kallt tills det är klart. Luleå kommun`,
        },
      ],
    });
  }
  const topics = await app.get(TopicsRepository, { strict: false }).list();
  const topic = topics.find(({ slug }) => slug === 'planerade-vattenavstangningar');
  if (topic)
    await sentAt(new Date(now - day), {
      audience: { topic: topic.id },
      lane: 'routine',
      channels: 'mobile-first',
      texts: [{ language: 'sv', sms: 'På tisdag kl. 9-12 stänger vi av vattnet på Storgatan 1-20.' }],
    });
}
