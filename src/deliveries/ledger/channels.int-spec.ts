import type { DataSource } from 'typeorm';
import { channelFacts, channels } from '../../kernel/channel.js';
import { openTestDatabase } from '../../../test/support/database.js';

describe('the table of channels', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it.each(channels)('the code and the database agree on which phones %s reaches', async (channel) => {
    const [row] = await db.query<{ channel: string }[]>('SELECT channel_of($1) AS channel', [
      channelFacts[channel].reaches,
    ]);
    expect(row?.channel).toBe(channel);
  });

  it('the code names exactly the channels that the ledger accepts', async () => {
    const [row] = await db.query<{ definition: string }[]>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'delivery_channel_check' AND conparentid = 0`,
    );
    const accepted = [...row!.definition.matchAll(/'([\w-]+)'::text/g)].map(([, name]) => name);
    expect(accepted).toEqual(channels);
  });

  it('the database inlines channel_of', async () => {
    const plan = await db.query<{ 'QUERY PLAN': string }[]>(
      'EXPLAIN (VERBOSE, COSTS OFF) SELECT channel_of(kind) FROM phone',
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('CASE kind');
  });
});
