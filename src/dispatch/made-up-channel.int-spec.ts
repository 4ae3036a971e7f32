import { openTestDatabase } from '../../test/support/database.js';
import { pollUntil, Pipeline } from '../../test/support/pipeline.js';
import { newId } from '../kernel/ids.js';
import type { ChannelFacts } from '../kernel/channel.js';
import type * as Channels from '../kernel/channel.js';
import type * as ProviderSettings from '../platform/config/provider-settings.js';
import type * as Rooms from './providers/provider-rooms.js';
import { Provider, type OutboundMessage, type SendOutcome } from './providers/provider.js';
import { PollReceipts } from './receipts/poll-receipts.js';

jest.mock('../kernel/channel.js', () => {
  const table = jest.requireActual<typeof Channels>('../kernel/channel.js');
  // One row, as a change to the table would add it. It uses the settings and senders of calls, because it has no
  // settings of its own.
  const pager: ChannelFacts = {
    words: { sv: 'Sökare', en: 'Pager' },
    reaches: 'pager' as 'mobile',
    carries: 'sms',
    unit: 'call',
    largest: { units: 1, characters: 80 },
    batch: 2,
    queuedHours: 1,
    retries: {},
    settings: { rate: 'CALLS_PER_SECOND', price: 'CALL_PRICE_ORE' },
    senders: [{ id: 'alert-pager', setting: 'VOICE_SENDER', kinds: ['alert'] }],
  };
  Object.assign(table.channelFacts, { pager });
  table.channels.push('pager' as 'sms');
  table.reachedKinds.push(pager.reaches);
  return table;
});
jest.mock('../platform/config/provider-settings.js', () => {
  const settings = jest.requireActual<typeof ProviderSettings>('../platform/config/provider-settings.js');
  Object.assign(settings.providerFacts, { 'made-up': { reachesPhones: false, lacks: () => [] } });
  settings.providerNames.push('made-up' as 'simulator');
  return settings;
});
jest.mock('./providers/provider-rooms.js', () => {
  const rooms = jest.requireActual<typeof Rooms>('./providers/provider-rooms.js');
  Object.assign(rooms.providerRooms, { 'made-up': () => ({ provider: madeUp, sentList: books }) });
  return rooms;
});

class MadeUp extends Provider {
  readonly sent: OutboundMessage[] = [];
  readonly asked: string[] = [];
  send(message: OutboundMessage): Promise<SendOutcome> {
    this.sent.push(message);
    const accepted = { kind: 'accepted', providerRef: `made-up-${this.sent.length}` } as const;
    // The result of the first message is known at once.
    return Promise.resolve(
      this.sent.length === 1 ? { ...accepted, receipt: { status: 'delivered' } } : accepted,
    );
  }
  fetch(_channel: unknown, providerRef: string) {
    this.asked.push(providerRef);
    return Promise.resolve({ found: { status: 'delivered' as const } });
  }
  listSince = () => Promise.resolve({ found: [] });
  cancel = () => Promise.resolve({ found: undefined });
  examine = () => Promise.resolve([]);
  stopLookUps = (): void => undefined;
  close = (): Promise<void> => Promise.resolve();
}
const madeUp = new MadeUp();
const books = { each: () => Promise.resolve(undefined), stop: () => undefined };

describe('a channel that is a row of the table, with its own provider', () => {
  let pipeline: Pipeline;
  let before: { kind: string; channel: string; channelOf: string };
  beforeAll(async () => {
    pipeline = await Pipeline.start({ VOICE_SENDER: 'made-up:+46980319299@100' });
    [before] = await pipeline.db.query<[typeof before]>(`SELECT
      pg_get_functiondef('channel_of(text)'::regprocedure) AS "channelOf",
      (SELECT pg_get_constraintdef(oid) FROM pg_constraint
       WHERE conrelid = 'phone'::regclass AND conname = 'phone_kind_check') AS kind,
      (SELECT pg_get_constraintdef(oid) FROM pg_constraint
       WHERE conrelid = 'delivery'::regclass AND conname = 'delivery_channel_check') AS channel`);
    await pipeline.db.query(`
      ALTER TABLE phone DROP CONSTRAINT phone_kind_check,
        ADD CONSTRAINT phone_kind_check CHECK (kind IN ('mobile', 'landline', 'pager'));
      ALTER TABLE delivery DROP CONSTRAINT delivery_channel_check,
        ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('sms', 'voice', 'pager'));
      CREATE OR REPLACE FUNCTION channel_of(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE kind WHEN 'mobile' THEN 'sms' WHEN 'landline' THEN 'voice' WHEN 'pager' THEN 'pager' END
      $$`);
    pipeline.startWorker();
  });
  // The next test file of this Jest worker uses the same database.
  afterAll(async () => {
    await pipeline.stop();
    const db = await openTestDatabase();
    await db.query(`
      ALTER TABLE phone DROP CONSTRAINT phone_kind_check, ADD CONSTRAINT phone_kind_check ${before.kind};
      ALTER TABLE delivery DROP CONSTRAINT delivery_channel_check,
        ADD CONSTRAINT delivery_channel_check ${before.channel};
      ${before.channelOf}`);
    await db.destroy();
  });

  it('is counted, enrolled, sent, polled and reported like the other channels', async () => {
    const { places, phones } = await pipeline.house({ mobiles: 2 });
    const address = await pipeline.scene.address(newId(), { x: 0.5, y: 0.5 });
    const pagers = ['+4684650041', '+4684650042', '+4684650043'];
    for (const e164 of pagers) await address.phone(e164, { kind: 'pager' as 'mobile' });
    await pipeline.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
      places[0],
      address.id,
    ]);
    const preview = await pipeline.post(pipeline.anna, '/audiences/preview', { audience: { places } });
    expect(preview.json()).toMatchObject({ phones: { mobile: 2, landline: 0, pager: 3 } });

    const id = await pipeline.send({ places });
    await pollUntil(
      () => pipeline.ledger(id),
      (rows) => rows.every(({ status }) => ['accepted', 'sent', 'delivered'].includes(status)),
    );
    expect(madeUp.sent.map(({ to }) => to).sort()).toEqual(pagers);
    expect(madeUp.sent[0]).toMatchObject({ channel: 'pager', text: expect.stringContaining('Vattnet') });
    const through = await pipeline.db.query(
      'SELECT channel, provider, sender, count(*)::int AS count FROM delivery WHERE broadcast_id = $1 GROUP BY 1, 2, 3 ORDER BY 1',
      [id],
    );
    expect(through).toEqual([
      { channel: 'pager', provider: 'made-up', sender: '+46980319299', count: 3 },
      { channel: 'sms', provider: 'simulator', sender: 'LuleaKommun', count: phones.length },
    ]);

    const delivered = () =>
      pipeline.db.query<object[]>(
        `SELECT 1 FROM delivery WHERE provider = 'made-up' AND status = 'delivered' AND provider_ref = 'made-up-1'`,
      );
    await pollUntil(delivered, (rows) => rows.length === 1);

    await pipeline.db.query(
      `UPDATE delivery SET updated_at = now() - interval '10 minutes' WHERE status IN ('accepted', 'sent')`,
    );
    await pipeline.app.get(PollReceipts).run();
    const report = await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 5,
    );
    expect(report).toMatchObject({ planned: 5, delivered: 5 });
    expect(madeUp.asked.toSorted()).toEqual(['made-up-2', 'made-up-3']);
    const { account } = (await pipeline.get(`/broadcasts/${id}`)).json<{ account?: object }>();
    expect(account).toMatchObject({ pager: { planned: 3, delivered: 3, units: 3 } });
  });
});
