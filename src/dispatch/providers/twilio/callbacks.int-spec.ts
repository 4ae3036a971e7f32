import { createHash, createHmac } from 'node:crypto';
import { aSender } from '../../../../test/support/messages.js';
import { Pipeline } from '../../../../test/support/pipeline.js';
import { BatchesRepository } from '../../../deliveries/ledger/batches.repository.js';
import { newTokens, writeToken } from '../../../deliveries/delivery-token.js';
import { LedgerRepository } from '../../../deliveries/ledger/ledger.repository.js';
import { ReceiptsRepository } from '../../../deliveries/ledger/receipts.repository.js';

const secret = 'simulator-auth-token';
const previous = 'the-secret-before-the-last-rotation';
const unknown = { broadcastId: '0190b0f0-0000-7000-8000-000000000000', n: 1, token: 'AAAAAAAAAAAAAAAA' };

/** Twilio's signature algorithm, implemented a second time. */
const sign = (url: string, form: Record<string, string>, key = secret): string =>
  createHmac('sha1', key)
    .update(
      url +
        Object.keys(form)
          .sort()
          .map((name) => name + form[name]!)
          .join(''),
    )
    .digest('base64');

describe('callbacks from the provider', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ TWILIO_AUTH_TOKEN_PREVIOUS: previous });
  });
  afterAll(() => pipeline.stop());

  interface Callback {
    path?: string;
    form?: Record<string, string>;
    signature?: string;
  }
  const status = (path: string, more: Callback = {}) => {
    const form = more.form ?? { MessageSid: 'SM1', MessageStatus: 'delivered' };
    return pipeline.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': more.signature ?? sign(`${pipeline.url}${path}`, form),
      },
      payload: new URLSearchParams(form).toString(),
    });
  };
  const messagePath = (token: string) => `/callbacks/twilio/message-status?t=${token}`;
  const good = messagePath(writeToken(unknown));
  const kept = async (): Promise<number> => {
    const [row] = await pipeline.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM receipt_inbox');
    return row!.n;
  };

  const plain = { MessageSid: 'SM1', MessageStatus: 'failed', From: 'LuleaKommun', ErrorCode: '30008' };
  it.each([
    ['a NUL', { MessageSid: 'SM\0' }],
    ['half a megabyte', { MessageSid: 'S'.repeat(500_000) }],
    ['a sender with a line break', { From: 'Lulea\nKommun' }],
    ['a code with a NUL', { ErrorCode: '30008\0' }],
  ])('a signed callback with %s is refused, and nothing of it is stored', async (_what, odd) => {
    const before = await kept();
    const refused = await status(good, { form: { ...plain, ...odd } });
    expect([400, 413]).toContain(refused.statusCode);
    const text = { From: '+46701740611', To: '+46701740699', Body: 'STOPP', MessageSid: 'SM1' };
    const { MessageSid, From } = { ...text, ...odd };
    if (!('ErrorCode' in odd)) {
      const inbound = await status('/callbacks/twilio/inbound', { form: { ...text, MessageSid, From } });
      expect([400, 413]).toContain(inbound.statusCode);
    }
    expect(await kept()).toBe(before);
  });

  it('a callback for another account is refused, even if it is signed with our secret', async () => {
    const form = (account: string) => ({ form: { ...plain, AccountSid: `AC${account.repeat(32)}` } });
    expect((await status(good, form('1'))).statusCode).toBe(403);
    expect((await status(good, form('0'))).statusCode).toBe(204);
  });

  it.each(['message-status', 'call-status', 'voice-key', 'inbound'])(
    'a callback to %s is accepted only with a valid signature',
    async (where) => {
      const path = `/callbacks/twilio/${where}?t=${writeToken(unknown)}`;
      const before = await kept();
      for (const signature of ['', 'x', sign(`${pipeline.url}${path}`, {}, 'another-secret-altogether')])
        expect((await status(path, { signature })).json()).toMatchObject({
          status: 403,
          code: 'callback.forged',
        });
      const bare = await pipeline.app.inject({ method: 'POST', url: path });
      expect(bare.json()).toMatchObject({ status: 403, code: 'callback.forged' });
      expect(await kept()).toBe(before);
    },
  );

  it.each<[string, (form: Record<string, string>) => string]>([
    ['another path', (form) => sign(`${pipeline.url}/callbacks/twilio/call-status?t=x`, form)],
    ['another host', (form) => sign(`https://example.com${good}`, form)],
    ['no token', (form) => sign(`${pipeline.url}/callbacks/twilio/message-status`, form)],
    ['another status', () => sign(`${pipeline.url}${good}`, { MessageSid: 'SM1', MessageStatus: 'failed' })],
  ])('a callback is refused when the signature is for %s', async (_what, signed) => {
    const form = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    expect((await status(good, { form, signature: signed(form) })).statusCode).toBe(403);
  });

  it('a JSON callback is accepted only if it is signed and matches its digest in the address', async () => {
    const body = JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'delivered', From: 'LuleaKommun' });
    const digest = createHash('sha256').update(body).digest('hex');
    const post = (path: string, payload: string) =>
      pipeline.app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/json',
          'x-twilio-signature': sign(`${pipeline.url}${path}`, {}),
        },
        payload,
      });
    expect((await post(`${good}&bodySHA256=${digest}`, body)).statusCode).toBe(204);
    expect((await post(`${good}&bodySHA256=${digest}`, body.replace('delivered', 'failed'))).statusCode).toBe(
      403,
    );
    expect((await post(good, body)).statusCode).toBe(403);
    await pipeline.app.get(ReceiptsRepository).apply(100);
  });

  it('the host in the request does not affect the check of the signature', async () => {
    const form = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const answer = await pipeline.app.inject({
      method: 'POST',
      url: good,
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': sign(`https://evil.example${good}`, form),
      },
      payload: new URLSearchParams(form).toString(),
    });
    expect(answer.statusCode).toBe(403);
  });

  it.each([
    ['the current secret', secret],
    ['the previous secret', previous],
  ])('a callback signed with %s is accepted', async (_what, key) => {
    const form = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const before = await kept();
    const answer = await status(good, { form, signature: sign(`${pipeline.url}${good}`, form, key) });
    expect({ code: answer.statusCode, body: answer.body }).toEqual({ code: 204, body: '' });
    expect(await kept()).toBe(before + 1);
    await pipeline.app.get(ReceiptsRepository).apply(100);
    expect(await kept()).toBe(0);
  });

  it.each<[string, string, Record<string, string>]>([
    ['no token', '/callbacks/twilio/message-status', { MessageSid: 'SM1', MessageStatus: 'sent' }],
    ['an invalid token', messagePath('x'), { MessageSid: 'SM1', MessageStatus: 'sent' }],
    ['two tokens', `${good}&t=x`, { MessageSid: 'SM1', MessageStatus: 'sent' }],
    ['an unknown status', good, { MessageSid: 'SM1', MessageStatus: 'teleported' }],
    ['no status', good, { MessageSid: 'SM1' }],
    ['no reference', good, { MessageStatus: 'sent' }],
    [
      'a text without a sender',
      '/callbacks/twilio/inbound',
      { To: '+46701740699', Body: 'STOPP', MessageSid: 'SM1' },
    ],
    ['a text without a reference', '/callbacks/twilio/inbound', { From: '+46701740605', To: '+46701740699' }],
  ])('a callback with %s is refused', async (_what, path, form) => {
    const before = await kept();
    expect((await status(path, { form })).json()).toMatchObject({ status: 400, code: 'callback.malformed' });
    expect(await kept()).toBe(before);
  });

  it('a JSON callback without a digest in the address is refused', async () => {
    const answer = await pipeline.app.inject({
      method: 'POST',
      url: good,
      headers: { 'x-twilio-signature': sign(`${pipeline.url}${good}`, {}) },
      payload: { MessageSid: 'SM1', MessageStatus: 'delivered' },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('a receipt that could not be stored is answered with an error', async () => {
    const keep = jest.spyOn(pipeline.app.get(ReceiptsRepository), 'keep');
    keep.mockRejectedValueOnce(new Error('no connection'));
    const answer = await status(good);
    expect(answer.json()).toMatchObject({ status: 500, code: 'unexpected' });
    keep.mockRestore();
  });

  describe('about a text that is being sent', () => {
    /** A text that a worker has committed as `sending`. Then the worker says nothing more. */
    const onItsWay = async () => {
      const { places } = await pipeline.house({ mobiles: 1 });
      const id = await pipeline.send({ places });
      const batches = pipeline.app.get(BatchesRepository);
      const batch = (await batches.claim(id, 'sms', 'test'))!;
      const [delivery] = await batches.startSending(batch, [{ n: 1, token: newTokens(1)[0]! }], aSender());
      await batches.release(batch, []);
      const path = messagePath(writeToken(delivery!));
      const told = async (MessageStatus: string, more: Record<string, string> = {}, apply = true) => {
        expect((await status(path, { form: { MessageSid: 'SM1', MessageStatus, ...more } })).statusCode).toBe(
          204,
        );
        if (apply) await pipeline.app.get(ReceiptsRepository).apply(100);
      };
      const row = async () => (await pipeline.ledger(id))[0];
      const record = (result: Parameters<LedgerRepository['record']>[2][number]['result']) =>
        pipeline.app.get(LedgerRepository).record(id, 'sms', [{ n: 1, token: delivery!.token, result }]);
      const events = () =>
        pipeline.db.query<{ kind: string; detail: { status: string } }[]>(
          'SELECT kind, detail FROM delivery_event WHERE broadcast_id = $1 ORDER BY id',
          [id],
        );
      return { id, told, row, record, events };
    };

    it.each<[string, [string, string?][], string, string | null]>([
      ['in order', [['queued'], ['sent'], ['delivered']], 'delivered', null],
      ['reversed', [['delivered'], ['sent'], ['queued']], 'delivered', null],
      [
        'tripled',
        [['sent'], ['sent'], ['delivered'], ['delivered'], ['sent'], ['delivered']],
        'delivered',
        null,
      ],
      ['with only the final one', [['undelivered', '30008']], 'undelivered', '30008'],
      ['failing', [['sent'], ['failed', '30008']], 'failed', '30008'],
    ])('receipts only move the status forward: %s', async (_how, receipts, end, reason) => {
      for (const oneByOne of [true, false]) {
        const delivery = await onItsWay();
        for (const [word, code] of receipts)
          await delivery.told(word, code === undefined ? {} : { ErrorCode: code }, oneByOne);
        await pipeline.app.get(ReceiptsRepository).apply(100);
        expect(await delivery.row()).toMatchObject({ status: end, reason });
        expect(await delivery.events()).toEqual([]);
        const report = await pipeline.report(delivery.id);
        expect(report).toMatchObject({ planned: 1, [end]: 1 });
      }
    });

    it.each([true, false])(
      'the first final receipt counts, and a contradiction is noted (one by one: %p)',
      async (oneByOne) => {
        const delivery = await onItsWay();
        await delivery.told('delivered', {}, oneByOne);
        await delivery.told('failed', { ErrorCode: '30008' }, oneByOne);
        await pipeline.app.get(ReceiptsRepository).apply(100);
        expect(await delivery.row()).toMatchObject({ status: 'delivered', reason: null });
        expect(await delivery.events()).toEqual([
          { kind: 'late-conflict', detail: { status: 'failed', reason: '30008', ref: 'SM1' } },
        ]);
        expect(await pipeline.report(delivery.id)).toMatchObject({ planned: 1, delivered: 1, failed: 0 });
      },
    );

    it('a receipt before our own 201 is not undone by it', async () => {
      const delivery = await onItsWay();
      await delivery.told('sent');
      await delivery.record({ kind: 'accepted', providerRef: 'SM1' });
      expect(await delivery.row()).toMatchObject({ status: 'sent' });
      await delivery.told('delivered');
      expect(await delivery.row()).toMatchObject({ status: 'delivered' });
    });

    it('a receipt settles a doubt', async () => {
      const delivery = await onItsWay();
      await delivery.record({ kind: 'in-doubt', reason: 'timeout' });
      expect(await delivery.row()).toMatchObject({ status: 'in-doubt' });
      await delivery.told('sent');
      expect(await delivery.row()).toMatchObject({ status: 'sent', reason: null });
    });

    it('a receipt does not change a delivery that was sent again under another token', async () => {
      const delivery = await onItsWay();
      await pipeline.db.query(`UPDATE delivery SET token = 'BBBBBBBBBBBBBBBB' WHERE broadcast_id = $1`, [
        delivery.id,
      ]);
      await delivery.told('delivered');
      expect(await delivery.row()).toMatchObject({ status: 'sending' });
      expect(await delivery.events()).toMatchObject([{ kind: 'receipt-of-earlier-attempt' }]);
    });

    it('a receipt is noted when it contradicts a rejection', async () => {
      const delivery = await onItsWay();
      await delivery.record({ kind: 'rejected', reason: '21211' });
      await delivery.told('delivered');
      expect(await delivery.row()).toMatchObject({ status: 'rejected' });
      expect(await delivery.events()).toMatchObject([
        { kind: 'late-conflict', detail: { status: 'delivered' } },
      ]);
    });
  });
});
