import { Pipeline } from '../../../test/support/pipeline.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { Clock } from '../../kernel/clock.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { TellOfGaps } from './tell-of-gaps.js';

describe('a gap in the rota', () => {
  const phone = '+46701740615';
  let pipeline: Pipeline;
  let bo: Hired;
  let now: Date;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    ({ bo } = pipeline);
    pipeline.app.get(Clock).now = () => now;
    const owner = await hire(pipeline.app, 'Olle', ['service-owner']);
    await pipeline.db.transaction((tx) => pipeline.app.get(MembersRepository).setPhone(owner.id, phone, tx));
  });
  beforeEach(async () => {
    now = new Date('2026-12-01T09:00:00+01:00');
    await pipeline.db.query('TRUNCATE duty_shift, rota_gap_told');
  });
  afterAll(() => pipeline.stop());

  const onDuty = (from: string, to: string) =>
    pipeline.db.query(
      `INSERT INTO duty_shift (id, member_id, role, starts_at, ends_at) VALUES (gen_random_uuid(), $1, 'approver', $2, $3)`,
      [bo.id, from, to],
    );
  const texts = async (): Promise<string[]> =>
    (
      await pipeline.db.query<{ sms: string }[]>(
        `SELECT sms FROM broadcast b JOIN broadcast_text t ON t.broadcast_id = b.id
         WHERE kind = 'notice' AND audience->>'phone' = $1 ORDER BY b.id`,
        [phone],
      )
    ).map(({ sms }) => sms);
  const newTexts = async (times = 1) => {
    const before = (await texts()).length;
    await Promise.all(Array.from({ length: times }, () => pipeline.app.get(TellOfGaps).run()));
    return (await texts()).slice(before);
  };

  it('is texted to the service owner, once a day', async () => {
    await onDuty('2026-12-01T08:00:00+01:00', '2026-12-05T08:00:00+01:00');
    expect(await newTexts(2)).toEqual([
      expect.stringMatching(
        /ingen är i tjänst .* 2026-12-05 08:00 till 2026-12-08 09:00\..*\/console\/rota$/,
      ),
    ]);
    now = new Date('2026-12-01T15:00:00+01:00');
    expect(await newTexts()).toEqual([]);
    now = new Date('2026-12-02T09:00:00+01:00');
    expect(await newTexts()).toHaveLength(1);
  });

  it.each([
    ['at night', '2026-12-01T03:00:00+01:00', '2026-12-05T08:00:00+01:00'],
    ['when the week is covered', '2026-12-01T09:00:00+01:00', '2026-12-09T08:00:00+01:00'],
  ])('is not texted %s', async (_when, at, until) => {
    await onDuty('2026-12-01T00:00:00+01:00', until);
    now = new Date(at);
    expect(await newTexts()).toEqual([]);
  });

  it('is not texted while nobody keeps a rota', async () => expect(await newTexts()).toEqual([]));
});
