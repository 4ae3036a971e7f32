import { newId } from '../../kernel/ids.js';
import { draft, Pipeline, pollUntil } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { MembersRepository } from '../../staff/members.repository.js';

describe('a sample on one’s own phone', () => {
  const phone = '+46701740621';
  const text = 'Vattnet är avstängt på Storgatan kl. 13–15.'.replace('–', '-');
  let pipeline: Pipeline;
  let anna: Hired;
  let bo: Hired;
  let places: string[];
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    ({ anna, bo } = pipeline);
    ({ places } = await pipeline.house({ mobiles: 1 }));
    await givePhone(anna);
    pipeline.startWorker();
  });
  beforeEach(() => pipeline.db.query('TRUNCATE code_allowance'));
  afterAll(() => pipeline.stop());

  const givePhone = (who: Hired, number: string | undefined = phone) =>
    pipeline.db.transaction((tx) => pipeline.app.get(MembersRepository).setPhone(who.id, number, tx));
  const write = async (more: object = {}) =>
    (await pipeline.post(anna, '/broadcasts', { ...draft({ places }), ...more })).json<{ id: string }>().id;
  const ask = (id: string, body: object = { as: 'text' }, who: Hired = anna) =>
    pipeline.post(who, `/broadcasts/${id}/samples`, body);
  const received = (kind: string, part: string) =>
    pollUntil(
      () => pipeline.handset(phone),
      (all) => all.some((one) => one.kind === kind && one.text.includes(part)),
    );

  it('is exactly the text, after a line that marks it', async () => {
    const answer = await ask(await write());
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { phone, text: `PROV, bara till dig:\n${text}` },
    ]);
    const [sms] = await received('sms', text);
    expect(sms?.text).toBe(`PROV, bara till dig:\n${text}`);
  });

  it('is a call on request, also to a mobile', async () => {
    const texts = [{ language: 'sv', sms: text, voice: 'Vattnet är avstängt.' }];
    expect((await ask(await write({ texts }), { as: 'call' })).statusCode).toBe(201);
    const call = (await received('call', 'PROV')).find(({ kind }) => kind === 'call');
    expect(call?.text).toContain('PROV, bara till dig: Vattnet är avstängt.');
  });

  it('is refused for what goes to no phone', async () => {
    const texts = [{ language: 'sv', sms: '', web: 'Proverna är bra.' }];
    const answer = await ask(await write({ isPublic: true, webOnly: true, texts }));
    expect(answer.json()).toMatchObject({ status: 409, code: 'sample.web-only' });
  });

  it('is in the language that was asked for', async () => {
    const texts = [
      { language: 'sv', sms: text },
      { language: 'en', sms: 'No water.' },
    ];
    const id = await write({ texts });
    expect((await ask(id, { as: 'text', language: 'en' })).json()).toMatchObject({
      text: expect.stringContaining('No water.'),
    });
    expect((await ask(id, { as: 'text', language: 'fi' })).json()).toMatchObject({
      status: 400,
      code: 'sample.no-such-text',
    });
  });

  it('of an exercise has its mark, and is held back from real phones', async () => {
    const id = await write({ exercise: true });
    expect((await ask(id)).json()).toMatchObject({ text: expect.stringMatching(/ÖVNING/) });
    const [notice] = await pipeline.db.query<{ exercise: boolean }[]>(
      `SELECT exercise FROM broadcast WHERE kind = 'notice' ORDER BY id DESC LIMIT 1`,
    );
    expect(notice).toEqual({ exercise: true });
  });

  it('is for the approver too', async () => {
    await givePhone(bo);
    const id = await pipeline.send({ places }, {}, false);
    expect((await ask(id, { as: 'text' }, bo)).statusCode).toBe(201);
    await givePhone(bo, undefined);
  });

  it('is refused to who has no phone', async () => {
    const per = await hire(pipeline.app, 'Per');
    expect((await ask(await write(), { as: 'text' }, per)).json()).toMatchObject({
      status: 409,
      code: 'sample.no-phone',
    });
  });

  it('is refused when there is no such broadcast, and when it is decided', async () => {
    expect((await ask(newId())).json()).toMatchObject({ status: 404, code: 'broadcast.not-found' });
    const id = await pipeline.send({ places }, {}, false);
    await pipeline.post(bo, `/broadcasts/${id}/rejection`, { note: 'Nej.' });
    expect((await ask(id)).json()).toMatchObject({ status: 409, code: 'broadcast.wrong-state' });
  });

  it('is refused the sixth time within an hour', async () => {
    const id = await write();
    for (let n = 0; n < 5; n++) expect((await ask(id)).statusCode).toBe(201);
    expect((await ask(id)).json()).toMatchObject({ status: 429, code: 'sample.too-many', minutes: 12 });
  });

  it('is in the audit log, without the phone', async () => {
    const id = await write();
    await ask(id);
    const entries = await pipeline.db.query(
      `SELECT member_id, detail FROM audit_entry WHERE action = 'broadcast.sample' AND subject = $1`,
      [id],
    );
    expect(entries).toEqual([{ member_id: anna.id, detail: { as: 'text', language: 'sv' } }]);
  });
});
