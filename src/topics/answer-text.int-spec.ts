import type { DataSource } from 'typeorm';
import { emptyTables, openTestDatabase } from '../../test/support/database.js';
import { testConfig } from '../../test/support/app.js';
import { newId } from '../kernel/ids.js';
import { measure } from '../messages/measure-text.js';
import { AllowancesRepository } from '../platform/allowances/allowances.repository.js';
import { AnswerText } from './answer-text.js';
import { StopByText } from './stop-by-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

describe('a text that asks for nothing we know', () => {
  let db: DataSource;
  let answerText: AnswerText;
  let now: Date;
  const aino = '+46701740610';
  const answer = (text: string, from = aino, taken?: 'help') =>
    answerText.run({ from, to: '+46701740699', text, ref: `SM${newId()}`, taken });

  beforeAll(async () => {
    db = await openTestDatabase();
    const clock = { now: () => now };
    const config = await testConfig({
      PUBLIC_URL: 'https://sms.ornskoldsvik.se',
      MUNICIPALITY_NAME: 'Örnsköldsviks kommun',
    });
    const subscriptions = new SubscriptionsRepository(db, clock);
    const stopByText = new StopByText(config, subscriptions);
    answerText = new AnswerText(
      stopByText,
      subscriptions,
      new AllowancesRepository(db, clock, config),
      config,
    );
  });
  beforeEach(async () => {
    now = new Date('2026-11-29T12:00:00Z');
    await emptyTables(db, 'code_allowance');
  });
  afterAll(() => db.destroy());

  it('is answered within one segment with how to stop', async () => {
    const reply = await answer('Jag vill inte ha fler sms');
    expect(reply).toContain('Svara STOPP');
    expect(measure(reply!)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
  });

  it('is answered once a day and phone', async () => {
    expect(await answer('Sluta')).toBeDefined();
    expect(await answer('Sluta!')).toBeUndefined();
    expect(await answer('Sluta', '+46701740611')).toBeDefined();
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect(await answer('Sluta')).toBeDefined();
  });

  it('keeps no other from being answered', async () => {
    await answer('Sluta');
    expect(await answer('STOPP')).toContain('du får inga fler sms');
  });

  it.each<[what: string, text: string, from: string]>([
    ['a picture without words', '', aino],
    ['an emoji', '👍', aino],
    ['a short number', 'Saldo 50 kr', '71000'],
    ['a sender with a name', 'Din kod', 'Operatoren'],
    ['from a country that the public forms do not take', 'Hello', '+12025550123'],
  ])('gets no answer when it is %s', async (_what, text, from) => {
    expect(await answer(text, from)).toBeUndefined();
  });

  it('gets no answer when it is a HELP that the provider has answered', async () => {
    expect(await answer('HELP', aino, 'help')).toBeUndefined();
  });
});
