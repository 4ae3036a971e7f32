import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { emptyTables, openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { Scene } from '../../test/support/scene.js';
import { newId } from '../kernel/ids.js';
import { measure } from '../messages/measure-text.js';
import { PersonalDataStores } from '../personal-data/personal-data-stores.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { AnswerText } from './answer-text.js';
import { InboundTextsAnswer } from './inbound/inbound-texts.controller.js';

describe('a text to one of our numbers', () => {
  let app: NestFastifyApplication;
  let db: DataSource;
  let owner: Hired;
  const resident = '+46701740610';
  const to = '+46701740699';
  const answer = (text: string, from = resident, ref = `SM${newId()}`, taken?: 'help') =>
    app.get(AnswerText).run({ from, to, text, ref, ...(taken && { taken }) });
  const outcomes = () => db.query<object[]>('SELECT body, outcome FROM inbound_text ORDER BY id');
  const help =
    'Luleå kommun: vi svarar inte på sms här. Svara STOPP för att slippa sms om ämnen. ' +
    'Har du en fråga: 0920-45 30 00. Vid fara: ring 112.';

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp({ CONTACT_PHONE: '0920-45 30 00' });
    db = app.get(DataSource);
    owner = await hire(app, 'Ove', ['service-owner']);
    await new Scene(db).subscribe(await new Scene(db).topic('Vägar'), resident);
  });
  beforeEach(() => emptyTables(db, 'inbound_text'));
  afterAll(() => app.close());

  it.each(['Kan ni stoppa vattnet?', 'stop 2', 'Jag vill inte ha fler sms'])(
    'a text that is not a keyword (%j) is answered with help once a day, and ends no subscription',
    async (text) => {
      expect(await answer(text)).toBe(help);
      expect(measure(help)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
      expect(await answer('Och när då?')).toBeUndefined();
      expect(await answer(text, '+46701740611')).toBe(help);
      expect((await app.get(SubscriptionsRepository).of(resident)).topicIds).toHaveLength(1);
    },
  );

  it('an unclear text is answered again the next day', async () => {
    await db.query(
      `INSERT INTO inbound_text (at, provider_ref, phone, recipient, body, outcome)
       VALUES (now() - interval '25 hours', 'SM-before', $1, $2, 'Hej', 'answered')`,
      [resident, to],
    );
    expect(await answer('Hej?')).toBe(help);
  });

  it('a request for help is answered at once, three times a day', async () => {
    expect(await answer('Vad är det här?')).toBe(help);
    expect(await answer('HJÄLP')).toBe(help);
    expect(await answer('Info')).toBe(help);
    expect(await answer('HELP')).toBeUndefined();
  });

  it('a text that is not a keyword does not prevent a later stop from being obeyed and answered', async () => {
    await answer('Sluta');
    expect(await answer('STOPP', '+46701740611')).toContain('du får inga fler sms');
  });

  it('a stop or start is always obeyed, but only the first ten a day are answered', async () => {
    for (let n = 0; n < 10; n++) expect(await answer(n % 2 ? 'STOPP' : 'START')).toBeDefined();
    expect(await answer('STOPP', resident, 'SM-eleventh')).toBeUndefined();
    expect(await answer('STOPP', resident, 'SM-eleventh')).toBeUndefined();
    expect(await answer('STOPP', '+46701740611')).toBeDefined();
    expect((await outcomes()).at(-2)).toEqual({ body: 'STOPP', outcome: 'stopped' });
    expect((await app.get(SubscriptionsRepository).of(resident)).topicIds).toEqual([]);
  });

  it.each<[what: string, text: string, taken: 'help' | undefined]>([
    ['a picture without words', '', undefined],
    ['an emoji', '👍', undefined],
    ['a HELP that the provider has answered', 'HELP', 'help'],
  ])('a text is stored but not answered when it is %s', async (_what, text, taken) => {
    expect(await answer(text, resident, 'SM1', taken)).toBeUndefined();
    expect(await outcomes()).toEqual([{ body: text, outcome: 'unanswered' }]);
  });

  it('a text that the provider reports twice concurrently counts as one, and gets the same answer', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => answer('Hej?', resident, 'SM-same')));
    expect(new Set(answers)).toEqual(new Set([help]));
    expect(await outcomes()).toEqual([{ body: 'Hej?', outcome: 'answered' }]);
    expect(await answer('Hallå?')).toBeUndefined();
  });

  it('several concurrent texts get one answer', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => answer(text)));
    expect(answers.filter((each) => each !== undefined)).toEqual([help]);
  });

  it.each(['71456', 'Telia', '+4671456', '+46701740699', 'whatsapp:+46701740610', '+12025550123'])(
    'a text from %s, which the public forms do not accept as a phone, is stored but not answered',
    async (from) => {
      expect(await answer('Hej?', from)).toBeUndefined();
      expect(await answer('HELP', from)).toBeUndefined();
      expect(await outcomes()).toHaveLength(2);
    },
  );

  it('a text is answered in the phone’s language, or in Swedish', async () => {
    await db.query(`INSERT INTO phone (e164, kind, language) VALUES ('+46701740612', 'mobile', 'en')`);
    expect(await answer('What is this?', '+46701740612')).toBe(
      "Luleå kommun: we don't answer texts here. Reply STOP to end texts about topics. Questions: 0920-45 30 00. In danger: call 112.",
    );
  });

  it('a text is stored cleaned and cut with its outcome; staff read it page by page, and each look is logged', async () => {
    await answer(`Hej\u00a0\u200b${'å'.repeat(2000)}`);
    await answer('STOPP', '+46701740613');
    await answer('START', '+46701740613');
    const read = async (query: string) => {
      const { headers, body } = await app.inject({
        url: `/api/v1/inbound-texts${query}`,
        headers: owner.headers,
      });
      return { link: headers.link, texts: InboundTextsAnswer.parse(JSON.parse(body)) };
    };
    const first = await read('?limit=2');
    expect(first.texts).toMatchObject([
      { from: '+46701740613', to, text: 'START', outcome: 'started' },
      { from: '+46701740613', text: 'STOPP', outcome: 'stopped' },
    ]);
    expect(first.link).toContain(`before=${first.texts[1]!.id}`);
    const second = await read(`?limit=2&before=${first.texts[1]!.id}`);
    expect(second.texts).toMatchObject([{ from: resident, outcome: 'answered' }]);
    expect(second.texts[0]!.text).toBe(`Hej ${'å'.repeat(1596)}`);
    expect(second.link).toBeUndefined();
    const looks = await db.query<object[]>(
      `SELECT detail FROM audit_entry WHERE action = 'inbound.list' ORDER BY id`,
    );
    expect(looks).toMatchObject([{ detail: { texts: 2 } }, { detail: { texts: 1 } }]);
  });

  it('a text is disposed of when it is old, erased with its person, and never changed', async () => {
    await answer('Hej?');
    await answer('Hej?', '+46701740611');
    await expect(db.query(`UPDATE inbound_text SET body = ''`)).rejects.toThrow('never changed');
    await db.query(
      `INSERT INTO inbound_text (at, provider_ref, phone, recipient, body, outcome)
       VALUES (now() - interval '91 days', 'SM-old', $1, $2, 'old', 'unanswered')`,
      [resident, to],
    );
    await app.get(PersonalDataStores).disposeOfOld();
    expect(await outcomes()).toHaveLength(2);
    await db.transaction((tx) => app.get(PersonalDataStores).erase(resident, tx));
    expect(await db.query('SELECT phone FROM inbound_text')).toEqual([{ phone: '+46701740611' }]);
  });
});
