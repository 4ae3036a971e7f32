import { draft, Pipeline, pollUntil } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { SendNotice } from '../send-notice.js';
import { TellApprovers } from './tell-approvers.js';

interface Approval {
  mayApprove: { name: string; hasPhone: boolean }[];
  told: { reminder: boolean; texted: { name: string; outcome: string }[]; notTexted: { name: string }[] }[];
}

// Also on the embedded database (capability): a notice in the ledger.
describe('a submission', () => {
  const bosPhone = '+46701740611';
  let pipeline: Pipeline;
  let anna: Hired;
  let bo: Hired;
  let places: string[];
  beforeAll(async () => {
    pipeline = await Pipeline.start({ NOTICES_PER_HOUR: '30' });
    ({ anna, bo } = pipeline);
    ({ places } = await pipeline.house({ mobiles: 1 }));
    await hire(pipeline.app, 'Olle', ['author']);
    const left = await hire(pipeline.app, 'Gun', ['approver']);
    await pipeline.db.query('UPDATE member SET left_at = now() WHERE id = $1', [left.id]);
  });
  beforeEach(async () => {
    await pipeline.db.query('TRUNCATE approvers_told, code_allowance');
    await pipeline.db.query(`UPDATE broadcast SET state = 'rejected' WHERE state = 'pending-approval'`);
    await givePhone(bo, bosPhone);
    await givePhone(anna, '+46701740612');
  });
  afterAll(() => pipeline.stop());

  const givePhone = (who: Hired, phone: string | undefined) =>
    pipeline.db.transaction((tx) => pipeline.app.get(MembersRepository).setPhone(who.id, phone, tx));
  const submit = (more: object = {}) => pipeline.send({ places }, more, false);
  const tell = () => pipeline.app.get(TellApprovers).run();
  const approval = async (id: string): Promise<Approval> =>
    (await pipeline.get(`/broadcasts/${id}`)).json<{ approval: Approval }>().approval;
  const notices = async (): Promise<{ phone: string; sms: string; exercise: boolean }[]> =>
    pipeline.db.query(
      `SELECT audience->>'phone' AS phone, sms, exercise FROM broadcast b JOIN broadcast_text t ON t.broadcast_id = b.id
       WHERE kind = 'notice' ORDER BY b.id`,
    );
  const longAgo = () => pipeline.db.query(`UPDATE approvers_told SET at = at - interval '5 minutes'`);
  const newNotices = async (work: () => Promise<unknown>) => {
    const before = (await notices()).length;
    await work();
    return (await notices()).slice(before);
  };

  it('names who may approve it, without its author and without who has left', async () => {
    const { mayApprove, told } = await approval(await submit());
    expect(mayApprove).toEqual([{ id: bo.id, name: 'Bo', hasPhone: true, onDuty: false }]);
    expect(told).toEqual([]);
  });

  it('names nobody before it is submitted and after it is decided', async () => {
    const created = await pipeline.post(anna, '/broadcasts', draft({ places }));
    expect(created.json()).not.toHaveProperty('approval');
    const id = await submit();
    await pipeline.post(bo, `/broadcasts/${id}/return`, { note: 'Skriv om.' });
    expect(await approval(id)).toBeUndefined();
  });

  it('waits for who may approve it, and for nobody who edited or returned it', async () => {
    const waitingOf = async (who: Hired) =>
      (await pipeline.app.inject({ url: '/api/v1/broadcasts/waiting', headers: who.headers })).json<{
        ids: string[];
      }>().ids;
    const cecilia = await hire(pipeline.app, 'Cecilia', ['approver']);
    const id = await submit();
    expect(await waitingOf(bo)).toEqual([id]);
    await pipeline.post(bo, `/broadcasts/${id}/return`, { note: 'Skriv om.' });
    await pipeline.post(anna, `/broadcasts/${id}/submission`);
    expect(await waitingOf(bo)).toEqual([]);
    expect(await waitingOf(cecilia)).toEqual([id]);
    await pipeline.db.query('UPDATE member SET left_at = now() WHERE id = $1', [cecilia.id]);
  });

  it('is texted to who may approve it, once, with a link to its page', async () => {
    const id = await submit();
    const sent = await newNotices(async () => {
      await tell();
      await tell();
    });
    expect(sent).toEqual([
      {
        phone: bosPhone,
        exercise: false,
        sms: expect.stringMatching(
          `^Luleå kommun: Ett utskick väntar på att godkännas \\(brådskande, 1 telefon, från Anna\\)\\. Läs och svara: http.*/console/broadcasts/${id}$`,
        ),
      },
    ]);
    expect((await approval(id)).told).toEqual([
      {
        at: expect.any(String),
        reminder: false,
        texted: [{ id: bo.id, name: 'Bo', outcome: 'under-way' }],
        notTexted: [],
      },
    ]);
  });

  it('is texted once when two workers see it at the same time', async () => {
    await submit();
    expect(await newNotices(() => Promise.all([tell(), tell()]))).toHaveLength(1);
  });

  it('is texted again when it was returned and submitted again', async () => {
    const cecilia = await hire(pipeline.app, 'Cecilia', ['approver']);
    const id = await submit();
    await tell();
    await pipeline.post(cecilia, `/broadcasts/${id}/return`, { note: 'Skriv om.' });
    await pipeline.post(anna, `/broadcasts/${id}/submission`);
    expect(await newNotices(tell)).toHaveLength(1);
    await pipeline.db.query('UPDATE member SET left_at = now() WHERE id = $1', [cecilia.id]);
  });

  it('is followed by one reminder while nobody has decided', async () => {
    const id = await submit();
    await tell();
    expect(await newNotices(tell)).toEqual([]);
    await longAgo();
    const reminders = await newNotices(async () => {
      await tell();
      await longAgo();
      await tell();
    });
    expect(reminders).toEqual([expect.objectContaining({ sms: expect.stringContaining('Påminnelse') })]);
    expect((await approval(id)).told.map(({ reminder }) => reminder)).toEqual([false, true]);
  });

  it('is followed by no reminder when it was decided', async () => {
    const id = await submit();
    await tell();
    await pipeline.approve(bo, id);
    await longAgo();
    expect(await newNotices(tell)).toEqual([]);
  });

  it('is texted although another one could not be, which is texted later', async () => {
    const [first, second] = [await submit(), await submit()];
    const write = jest
      .spyOn(pipeline.app.get(SendNotice), 'write')
      .mockRejectedValueOnce(new Error('the ledger is full'));
    const [sent, ...more] = await newNotices(tell);
    expect([sent?.sms, more]).toEqual([expect.stringContaining(second), []]);
    write.mockRestore();
    expect(await newNotices(tell)).toEqual([
      expect.objectContaining({ sms: expect.stringContaining(first) }),
    ]);
  });

  it('is texted, however often that failed before or another worker tried it', async () => {
    await submit();
    const write = jest
      .spyOn(pipeline.app.get(SendNotice), 'write')
      .mockRejectedValue(new Error('the ledger is full'));
    for (let n = 0; n < 31; n++) await tell();
    write.mockRestore();
    expect(await newNotices(tell)).toHaveLength(1);
    const spent = await pipeline.db.query<{ minutes: number }[]>(
      `SELECT extract(epoch FROM full_at - now())::float8 / 60 AS minutes FROM code_allowance WHERE scope = 'notice'`,
    );
    expect(spent).toHaveLength(1);
    expect(spent[0]!.minutes).toBeLessThanOrEqual(2);
  });

  it('says who has no phone', async () => {
    await givePhone(bo, undefined);
    const id = await submit();
    expect(await newNotices(tell)).toEqual([]);
    expect(await approval(id)).toMatchObject({
      mayApprove: [{ name: 'Bo', hasPhone: false }],
      told: [{ texted: [], notTexted: [{ name: 'Bo' }] }],
    });
  });

  it('texts a phone once that two approvers share', async () => {
    const cecilia = await hire(pipeline.app, 'Cecilia', ['approver']);
    await givePhone(cecilia, bosPhone);
    const id = await submit();
    expect(await newNotices(tell)).toHaveLength(1);
    expect((await approval(id)).told[0]?.texted.map(({ name }) => name)).toEqual(['Bo', 'Cecilia']);
    await pipeline.db.query('UPDATE member SET left_at = now() WHERE id = $1', [cecilia.id]);
  });

  it('is not texted to somebody who has had too many texts this hour', async () => {
    for (let n = 0; n < 30; n++) {
      const id = await submit();
      await tell();
      await pipeline.post(bo, `/broadcasts/${id}/rejection`, { note: 'Nej.' });
    }
    const id = await submit();
    expect(await newNotices(tell)).toEqual([]);
    expect((await approval(id)).told[0]?.notTexted).toEqual([{ id: bo.id, name: 'Bo' }]);
  });

  describe('while somebody is on duty', () => {
    let cecilia: Hired;
    const ceciliasPhone = '+46701740613';
    beforeAll(async () => {
      cecilia = await hire(pipeline.app, 'Cecilia', ['approver']);
      await givePhone(cecilia, ceciliasPhone);
    });
    afterEach(() => pipeline.db.query('TRUNCATE duty_shift'));
    afterAll(() => pipeline.db.query('UPDATE member SET left_at = now() WHERE id = $1', [cecilia.id]));
    const onDuty = (member: Hired, deputy?: Hired) =>
      pipeline.db.query(
        `INSERT INTO duty_shift (id, member_id, role, starts_at, ends_at, deputy_id)
         VALUES (gen_random_uuid(), $1, 'approver', now() - interval '1 hour', now() + interval '1 hour', $2)`,
        [member.id, deputy?.id],
      );
    const phonesTold = async () => (await newNotices(tell)).map(({ phone }) => phone).toSorted();

    it('is texted to them alone, and the page says so', async () => {
      await onDuty(cecilia, bo);
      const id = await submit();
      expect(await phonesTold()).toEqual([ceciliasPhone]);
      expect((await approval(id)).mayApprove).toEqual([
        { id: cecilia.id, name: 'Cecilia', hasPhone: true, onDuty: true },
        { id: bo.id, name: 'Bo', hasPhone: true, onDuty: false },
      ]);
    });

    it('is reminded of to their deputy too', async () => {
      await onDuty(cecilia, bo);
      await submit();
      await tell();
      await longAgo();
      expect(await phonesTold()).toEqual([bosPhone, ceciliasPhone].toSorted());
    });

    it('is texted to the deputy when they wrote it themselves', async () => {
      await onDuty(anna, bo);
      await submit();
      expect(await phonesTold()).toEqual([bosPhone]);
    });

    it('is texted to all when the shift is over', async () => {
      await onDuty(cecilia);
      await pipeline.db.query(`UPDATE duty_shift SET ends_at = now()`);
      await submit();
      expect(await phonesTold()).toEqual([bosPhone, ceciliasPhone].toSorted());
    });
  });

  it('of an exercise says so first, and wakes the approvers as a real one does', async () => {
    await submit({ exercise: true });
    expect(await newNotices(tell)).toEqual([
      // The guard in front of the providers holds back exercises. The notice is none.
      {
        phone: bosPhone,
        exercise: false,
        sms: expect.stringMatching(/^ÖVNING: Luleå kommun: Ett utskick väntar/),
      },
    ]);
  });

  it('is texted to the phone by the worker, and the text is then forgotten', async () => {
    await pipeline.db.query(`UPDATE broadcast SET state = 'cancelled' WHERE kind = 'notice'`);
    pipeline.startWorker();
    const id = await submit();
    const got = await pollUntil(
      () => pipeline.handset(bosPhone),
      (received) => received.some(({ text }) => text.includes(id)),
    );
    expect(got.filter(({ text }) => text.includes(id))).toHaveLength(1);
    await pollUntil(
      () => approval(id),
      ({ told }) => told[0]?.texted[0]?.outcome === 'arrived',
    );
    await pollUntil(notices, (sent) => sent.every(({ sms }) => !sms.includes(id)));
    expect(
      (await pipeline.get('/broadcasts')).json<{ kind: string }[]>().map(({ kind }) => kind),
    ).not.toContain('notice');
  });

  it('says that a text did not arrive', async () => {
    await pipeline.faults({
      rules: [{ match: { to: [bosPhone] }, fault: { kind: 'undeliverable', code: 30005 } }],
    });
    const id = await submit();
    await pollUntil(
      () => approval(id),
      ({ told }) => told[0]?.texted[0]?.outcome === 'failed',
    );
  });
});
