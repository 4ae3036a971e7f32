import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/support/database.js';
import { SenderStops } from './sender-stops.repository.js';

describe('stopped senders', () => {
  let db: DataSource;
  let stops: SenderStops;
  beforeAll(async () => {
    db = await openTestDatabase();
    stops = new SenderStops(db);
  });
  afterAll(() => db.destroy());

  const probe = async () => (await stops.all())[0]?.probeAt ?? undefined;
  const minutesTo = (at: Date | undefined) => Math.round((at!.getTime() - Date.now()) / 60_000);

  it('a stop keeps its first reason', async () => {
    expect(await stops.stop('alert-sms', '21609')).toBe(true);
    expect(await stops.stop('alert-sms', '20003')).toBe(false);
    expect(await stops.all()).toMatchObject([{ sender: 'alert-sms', reason: '21609', probeAt: null }]);
    expect(await stops.restart('alert-sms')).toBe(true);
    expect(await stops.restart('alert-sms')).toBe(false);
  });

  it('a passing stop is retried after three minutes, once an hour, unless a person starts it', async () => {
    await stops.stop('alert-sms', 'http-403', { passing: true });
    expect(minutesTo(await probe())).toBe(3);
    expect(await stops.startDueProbes(db.manager)).toEqual([]);
    await db.query('UPDATE sender_stop SET probe_at = now()');
    expect(await stops.startDueProbes(db.manager)).toEqual(['alert-sms']);
    expect(await stops.all()).toEqual([]);

    await stops.stop('alert-sms', 'http-403', { passing: true });
    expect(await probe()).toBeUndefined();
    await stops.restart('alert-sms');
    await stops.stop('alert-sms', 'http-403', { passing: true });
    expect(minutesTo(await probe())).toBe(3);
  });
});
