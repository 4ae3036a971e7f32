import type { DataSource } from 'typeorm';
import { emptyTables, openTestDatabase } from '../../test/support/database.js';
import { testConfig } from '../../test/support/app.js';
import { PhonesRepository } from '../directory/phones.repository.js';
import { SystemClock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { measure } from '../messages/measure-text.js';
import { consentText } from './consent-text.js';
import { ensureDemoTopics } from './ensure-demo-topics.js';
import { ReplyLanguage } from './reply-language.js';
import { StopByText } from './stop-by-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { TopicsRepository } from './topics.repository.js';

// Also on the embedded database (capability): topics, consent and STOPP.
describe('a text with a keyword', () => {
  let db: DataSource;
  let subscriptions: SubscriptionsRepository;
  let stopByText: StopByText;
  const aino = '+46701740610';
  const bo = '+46701740611';
  const to = '+46701740699';
  const answer = (from: string, text: string, ref = `SM${newId()}`) =>
    stopByText.run({ from, to, text, ref });

  const replier = async (settings: Record<string, string>) =>
    new StopByText(
      await testConfig(settings),
      subscriptions,
      new ReplyLanguage(subscriptions, new PhonesRepository(db)),
    );

  beforeAll(async () => {
    db = await openTestDatabase();
    subscriptions = new SubscriptionsRepository(db, new SystemClock());
    stopByText = await replier({ PUBLIC_URL: 'https://sms.example.se' });
    const departmentId = newId();
    await db.query('INSERT INTO department (id, name) VALUES ($1, $2)', [departmentId, 'VA']);
    await ensureDemoTopics(db, departmentId);
  });
  beforeEach(async () => {
    await emptyTables(db, 'consent_event, subscription');
    const ids = (await new TopicsRepository(db).list()).slice(0, 3).map(({ id }) => id);
    await subscriptions.begin(aino, ids, consentText('Luleå kommun', 'en'), db.manager);
    await subscriptions.begin(bo, ids, consentText('Luleå kommun', 'sv'), db.manager);
  });
  afterAll(() => db.destroy());

  const ended = () =>
    db.query(`SELECT phone, how, count(*)::int AS n FROM consent_event WHERE act = 'ended' GROUP BY 1, 2`);

  it.each(['STOPP', 'stop', 'Avsluta!'])(
    '%s ends every topic of that phone, and of no other',
    async (text) => {
      const reply = await answer(aino, text);
      expect(reply).toBe(
        'Luleå kommun: you get no more texts about topics. Important alerts may still come. Start again: send START first, then sms.example.se/en/topics',
      );
      expect((await subscriptions.of(aino)).topicIds).toEqual([]);
      expect((await subscriptions.of(bo)).topicIds).toHaveLength(3);
      expect(await ended()).toEqual([{ phone: aino, how: 'text', n: 3 }]);
    },
  );

  it('a text that the provider took for a stop ends the topics, whatever its words', async () => {
    await stopByText.run({ from: aino, to, text: 'SLUTA', ref: `SM${newId()}`, taken: 'stop' });
    expect((await subscriptions.of(aino)).topicIds).toEqual([]);
    await stopByText.run({ from: bo, to, text: 'STOPP', ref: `SM${newId()}`, taken: 'help' });
    expect((await subscriptions.of(bo)).topicIds).toHaveLength(3);
  });

  it.each([
    ['sv', 'skicka START först'],
    ['en', 'send START first'],
  ] as const)(
    'the reply to STOP says in one segment how to let codes through again (%s)',
    async (language, start) => {
      const settings = {
        PUBLIC_URL: 'https://sms.ornskoldsvik.se',
        MUNICIPALITY_NAME: 'Örnsköldsviks kommun',
      };
      const there = await replier(settings);
      const reply = await there.run({ from: language === 'en' ? aino : bo, to, text: 'STOP', ref: newId() });
      expect(reply).toContain(start);
      expect(measure(reply!)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    },
  );

  it('a stop to a number that sends alerts is answered with what is blocked there and what is not', async () => {
    const alerts = '+46701740698';
    const there = await replier({ ALERT_SENDER: alerts });
    const at = (text: string, taken?: 'stop') =>
      there.run({ from: bo, to: alerts, text, ref: newId(), ...(taken && { taken }) });
    const blocked = 'inga viktiga varningar från det här numret';
    expect(await at('STOP')).toContain(blocked);
    expect(await at('SLUTA', 'stop')).toContain(blocked);
    // The provider blocks only after its own words: after ours the alerts still arrive.
    expect(await at('STOPP')).toContain('Viktiga varningar kan du fortfarande få');
    expect(await at('START')).toContain('du kan få viktiga varningar');
    const elsewhere = await there.run({ from: bo, to, text: 'STOP', ref: newId() });
    expect(elsewhere).toContain('Viktiga varningar kan du fortfarande få');
  });

  it("a stop is answered in Swedish when we have no answers in the phone's language", async () => {
    await db.query(`UPDATE subscription SET language = 'ar' WHERE phone = $1`, [bo]);
    expect(await answer(bo, 'STOPP')).toContain('du får inga fler sms');
  });

  it('a second STOPP, or one from an unknown phone, gets the same answer and records nothing', async () => {
    await answer(bo, 'STOPP');
    const again = await answer(bo, 'STOPP');
    expect(again).toContain('du får inga fler sms');
    expect(await answer('+46701740612', 'STOPP')).toBe(again);
    expect(await ended()).toEqual([{ phone: bo, how: 'text', n: 3 }]);
  });

  it.each(['STOPP', 'STOP'])(
    'a repeated %s, and a START after it, are answered in the language of the topics that it ended',
    async (word) => {
      const reply = await answer(aino, word);
      expect(await answer(aino, word)).toBe(reply);
      expect(reply).toContain('you get no more texts');
      expect(await answer(aino, 'START')).toContain('choose topics to get texts about');
    },
  );

  it('a STOP is answered in the language of the texts, not of the page where they were chosen', async () => {
    await subscriptions.setLanguage(bo, 'en', db.manager);
    await answer(bo, 'STOPP');
    expect(await answer(bo, 'STOPP')).toContain('you get no more texts');
  });

  it('an end from before its language was stored is answered in the language of the consent', async () => {
    await db.query(`INSERT INTO consent_event (at, phone, topic_id, act, how)
      SELECT now(), phone, topic_id, 'ended', 'text' FROM subscription WHERE phone = '${aino}'`);
    await db.query('DELETE FROM subscription WHERE phone = $1', [aino]);
    expect(await answer(aino, 'STOPP')).toContain('you get no more texts');
  });

  it("a STOP from a phone without topics is answered in the registers' language", async () => {
    const known = '+46701740613';
    await db.query(`INSERT INTO phone (e164, kind, language) VALUES ($1, 'mobile', 'en')`, [known]);
    expect(await answer(known, 'STOPP')).toContain('you get no more texts');
  });

  it('a STOPP reported again ends nothing that began since, and gets the same answer', async () => {
    await answer(aino, 'STOPP', 'SM-of-before');
    const [topic] = await new TopicsRepository(db).list();
    await subscriptions.begin(aino, [topic!.id], consentText('Luleå kommun', 'sv'), db.manager);
    expect(await answer(aino, 'STOPP', 'SM-of-before')).toContain('you get no more texts');
    expect((await subscriptions.of(aino)).topicIds).toEqual([topic!.id]);
    await answer(aino, 'STOPP', 'SM-of-now');
    expect((await subscriptions.of(aino)).topicIds).toEqual([]);
  });

  it('a STOPP is remembered as long as the delivery records are kept, and no longer', async () => {
    await db.query(
      `INSERT INTO heeded_stop (provider_ref, at) VALUES ('SM-old', now() - interval '91 days'), ('SM-young', now() - interval '89 days')`,
    );
    await answer(bo, 'STOPP', 'SM-of-today');
    const refs = await db.query('SELECT provider_ref FROM heeded_stop');
    expect(refs).toEqual(
      expect.arrayContaining([{ provider_ref: 'SM-young' }, { provider_ref: 'SM-of-today' }]),
    );
    expect(refs).not.toContainEqual({ provider_ref: 'SM-old' });
  });

  it('START is answered with how to subscribe, and starts nothing', async () => {
    expect(await answer('+46701740612', 'Start')).toBe(
      'Luleå kommun: välj vilka ämnen du vill få sms om på sms.example.se/amnen',
    );
    expect((await subscriptions.of('+46701740612')).topicIds).toEqual([]);
  });

  it.each(['', 'Tack!', 'Kan ni stoppa bussen?'])(
    'a text without a keyword (%j) stops nothing',
    async (text) => {
      expect(await answer(aino, text)).toBeUndefined();
      expect((await subscriptions.of(aino)).topicIds).toHaveLength(3);
    },
  );
});
