import { setTimeout as pause } from 'node:timers/promises';
import { draft, Pipeline } from '../../test/support/pipeline.js';
import { AuditLog } from '../staff/audit-log.js';
import {
  IdempotentAnswers,
  noteDone,
  asAttempt,
  type Attempt,
} from '../staff/idempotent-answers.repository.js';
import { PresentBroadcast } from './present-broadcast.js';
import { itOnServer } from '../../test/support/on-server.js';

// Also on the embedded database (session): the same request arrives twice at once.
describe('writing a broadcast with an Idempotency-Key', () => {
  let pipeline: Pipeline;
  let area: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    area = await scene.area('Örnäset', { x: 0, y: 0, side: 1000 });
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone('+46701740610');
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const write = (more: object = {}, headers: Record<string, string> = {}) =>
    pipeline.post(pipeline.anna, '/broadcasts', { ...draft({ places: [area] }), ...more }, headers);
  const sms = (text: string, language = 'sv') => ({ texts: [{ language, sms: text }] });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const howMany = async (): Promise<number> => {
    const [row] = await pipeline.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM broadcast');
    return row!.n;
  };

  it('writes once, and answers the repeat in the same way', async () => {
    const before = await howMany();
    const body = sms('En gång.');
    const expiresAt = inDays(1);
    const first = await write({ ...body, expiresAt }, { 'idempotency-key': 'once' });
    const second = await write({ ...body, expiresAt }, { 'idempotency-key': 'once' });
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await howMany()).toBe(before + 1);
  });

  it('refuses another body under the same key, and lets another person use the key', async () => {
    await write(sms('Ett.'), { 'idempotency-key': 'mine' });
    const other = await write(sms('Ett annat.'), { 'idempotency-key': 'mine' });
    expect(other.json()).toMatchObject({ status: 409, code: 'request.idempotency-key-reused' });
    const bos = await pipeline.post(pipeline.bo, '/broadcasts', draft({ places: [area] }), {
      'idempotency-key': 'mine',
    });
    expect(bos.statusCode).toBe(201);
  });

  it('writes once when the same request arrives several times at once', async () => {
    const before = await howMany();
    const body = { ...sms('Samtidigt.'), expiresAt: inDays(1) };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => write(body, { 'idempotency-key': 'at-once' })),
    );
    expect(await howMany()).toBe(before + 1);
    const ids = new Set(answers.filter((a) => a.statusCode === 201).map((a) => a.json().id));
    expect(ids.size).toBe(1);
    for (const answer of answers.filter((a) => a.statusCode !== 201))
      expect(answer.json()).toMatchObject({ status: 409, code: 'request.still-answering' });
  });

  it('does not store a refusal: the same key may try again', async () => {
    const key = { 'idempotency-key': 'again' };
    expect((await write(sms(''), key)).statusCode).toBe(400);
    expect((await write(sms('Nu med text.'), key)).statusCode).toBe(201);
  });

  it('does not repeat what may have been done before an error', async () => {
    const before = await howMany();
    const key = { 'idempotency-key': 'broken' };
    const body = { ...sms('Går sönder.'), expiresAt: inDays(1) };
    const present = jest
      .spyOn(pipeline.app.get(PresentBroadcast, { strict: false }), 'one')
      .mockRejectedValueOnce(new Error('broke after it was written'));
    expect((await write(body, key)).statusCode).toBe(500);
    present.mockRestore();
    expect((await write(body, key)).json()).toMatchObject({ status: 409, code: 'request.outcome-unknown' });
    expect(await howMany()).toBe(before + 1);
  });

  const dieAs = (key: string, done: boolean, like: string) =>
    pipeline.db.query(
      `INSERT INTO idempotent_answer (member_id, key, request_hash, attempt, done, alive_at)
       SELECT member_id, $1, request_hash, gen_random_uuid(), $2, now() - interval '11 seconds'
       FROM idempotent_answer WHERE key = $3`,
      [key, done, like],
    );

  it('does not repeat what was done by a process that then died', async () => {
    const body = { ...sms('En gång till.'), expiresAt: inDays(1) };
    await write(body, { 'idempotency-key': 'lived' });
    const before = await howMany();
    await dieAs('died', true, 'lived');
    const died = await write(body, { 'idempotency-key': 'died' });
    expect(died.json()).toMatchObject({ status: 409, code: 'request.outcome-unknown' });
    expect(await howMany()).toBe(before);
  });

  it('repeats what a process that died had rolled back', async () => {
    const body = { ...sms('En gång till.'), expiresAt: inDays(1) };
    await write(body, { 'idempotency-key': 'lived-too' });
    const before = await howMany();
    await dieAs('rolled-back', false, 'lived-too');
    expect((await write(body, { 'idempotency-key': 'rolled-back' })).statusCode).toBe(201);
    expect(await howMany()).toBe(before + 1);
  });

  it('the key is free at once after an error that rolled the work back', async () => {
    const before = await howMany();
    const key = { 'idempotency-key': 'rolled-back-here' };
    const body = { ...sms('Rullas tillbaka.'), expiresAt: inDays(1) };
    // The audit entry is the last write of the transaction.
    const record = jest
      .spyOn(pipeline.app.get(AuditLog), 'record')
      .mockRejectedValueOnce(new Error('deadlock detected'));
    expect((await write(body, key)).statusCode).toBe(500);
    record.mockRestore();
    expect(await howMany()).toBe(before);
    expect((await write(body, key)).statusCode).toBe(201);
    expect(await howMany()).toBe(before + 1);
  });

  // Two transactions at once: the embedded database has no second session for that.
  itOnServer('a request whose key was taken over meanwhile does not write', async () => {
    const before = await howMany();
    const log = pipeline.app.get(AuditLog);
    const real = log.record.bind(log);
    const record = jest.spyOn(log, 'record').mockImplementationOnce(async (...args) => {
      await pipeline.db.query(`UPDATE idempotent_answer SET attempt = gen_random_uuid() WHERE key = 'slow'`);
      return real(...args);
    });
    const slow = await write({ ...sms('Långsam.'), expiresAt: inDays(1) }, { 'idempotency-key': 'slow' });
    record.mockRestore();
    expect(slow.json()).toMatchObject({ status: 409, code: 'request.still-answering' });
    expect(await howMany()).toBe(before);
  });

  // Clients of an embedded database share one session, so nobody ever waits for another client's lock there.
  itOnServer('sends its heartbeat without waiting for its own work', async () => {
    const answers = pipeline.app.get(IdempotentAnswers);
    const attempt = (await answers.begin(pipeline.anna.id, 'long', Buffer.alloc(32))) as Attempt;
    const alive = async () =>
      (
        await pipeline.db.query<{ at: Date }[]>(
          `SELECT alive_at AS at FROM idempotent_answer WHERE key = 'long'`,
        )
      )[0]!.at;
    const begun = await alive();
    await answers.stayAlive(attempt);
    expect((await alive()).getTime()).toBeGreaterThan(begun.getTime());
    await pipeline.db.transaction(async (tx) => {
      await asAttempt(attempt, () => noteDone(tx));
      const sign = answers.stayAlive(attempt).then(() => 'given');
      expect(await Promise.race([sign, pause(5_000, 'it waits', { ref: false })])).toBe('given');
    });
  });
});
