import { BroadcastEvent1764000050000 } from '../../migrations/1764000050000-broadcast-event.js';
import { pollUntil, Pipeline } from '../../test/support/pipeline.js';

interface Row {
  version: number;
  act: string;
  state: string;
  by: string | null;
  count: number | null;
}

// Also on the embedded database (session): a deferred trigger records changes that wrote no event.
describe('the events of a broadcast', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const events = (id: string): Promise<Row[]> =>
    pipeline.db.query(
      `SELECT version, act, state, m.name AS by, count FROM broadcast_event e LEFT JOIN member m ON m.id = e.member_id
       WHERE broadcast_id = $1 ORDER BY e.id`,
      [id],
    );
  const versionOf = async (id: string): Promise<number> => {
    const [row] = await pipeline.db.query<[{ version: number }]>(
      'SELECT version FROM broadcast WHERE id = $1',
      [id],
    );
    return row.version;
  };
  const completed = async (): Promise<string> => {
    const { places } = await pipeline.house({ mobiles: 2 });
    const id = await pipeline.send({ places });
    await pollUntil(
      async () => (await pipeline.get(`/broadcasts/${id}`)).json<{ state: string }>(),
      ({ state }) => state === 'completed',
    );
    return id;
  };

  it('cover its whole life, one event for each version', async () => {
    const id = await completed();
    const told = await events(id);
    expect(told.map(({ act, state, by, count }) => [act, state, by, count])).toEqual([
      ['create', 'draft', 'Anna', null],
      ['submission', 'pending-approval', 'Anna', 2],
      ['approval', 'approved', 'Bo', null],
      ['start', 'sending', null, null],
      ['completion', 'completed', null, null],
    ]);
    expect(told.map(({ version }) => version)).toEqual(told.map((_, at) => at + 1));
    expect(await versionOf(id)).toBe(told.at(-1)!.version);
  });

  it('the history on its page has the acts of people', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, {}, false);
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/return`, { note: 'Skriv ut gatan.' });
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);
    const { history } = (await pipeline.get(`/broadcasts/${id}`)).json<{
      history: { act: string; by: { name: string }; count?: number }[];
    }>();
    expect(history.map(({ act, by, count }) => [act, by.name, count])).toEqual([
      ['create', 'Anna', undefined],
      ['submission', 'Anna', 1],
      ['return', 'Bo', undefined],
      ['cancellation', 'Anna', undefined],
    ]);
  });

  it('a change that wrote no event gets one at its commit', async () => {
    const id = await completed();
    await pipeline.db.query(`UPDATE broadcast SET state = 'cancelled', version = version + 1 WHERE id = $1`, [
      id,
    ]);
    const last = (await events(id)).at(-1)!;
    expect(last).toEqual({
      version: await versionOf(id),
      act: 'cancellation',
      state: 'cancelled',
      by: null,
      count: null,
    });
  });

  it('a change that was rolled back leaves no event', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const id = await pipeline.send({ places }, {}, false);
    const before = await events(id);
    const refused = await pipeline.approve(pipeline.anna, id);
    expect(refused.statusCode).toBe(403);
    const stale = await pipeline.post(pipeline.bo, `/broadcasts/${id}/approval`, { contentHash: 'another' });
    expect(stale.statusCode).toBe(409);
    expect(await events(id)).toEqual(before);
  });

  it.each([
    'UPDATE broadcast_event SET member_id = NULL',
    'DELETE FROM broadcast_event',
    'TRUNCATE broadcast_event CASCADE',
  ])('are insert-only: %s', async (sql) => {
    await completed();
    await expect(pipeline.db.query(sql)).rejects.toThrow('broadcast_event is insert-only');
  });

  it('events from before the table existed are made from the audit log', async () => {
    const id = await completed();
    const told = (await events(id)).map((event) => ({ ...event, version: null }));
    const runner = pipeline.db.createQueryRunner();
    const migration = new BroadcastEvent1764000050000();
    await runner.startTransaction();
    try {
      // What came later refers to the table.
      const later = (await runner.query(
        `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
         FROM pg_constraint WHERE contype = 'f' AND confrelid = 'broadcast_event'::regclass`,
      )) as { drop: string }[];
      for (const { drop } of later) await runner.query(drop);
      await migration.down(runner);
      await migration.up(runner);
      expect(
        await runner.query(
          `SELECT version, act, state, m.name AS by, count FROM broadcast_event e LEFT JOIN member m ON m.id = e.member_id
           WHERE broadcast_id = $1 ORDER BY e.id`,
          [id],
        ),
      ).toEqual(told);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('a reader of the stream that was cut off gets the events it missed', async () => {
    const id = await completed();
    const messages = async (event: string, lastEventId?: string) => {
      const { body } = await pipeline.get(
        `/broadcasts/${id}/events`,
        lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
      );
      return body.split('\n\n').filter((message) => message.includes(`event: ${event}`));
    };
    const stream = async (lastEventId?: string) => {
      const happened = await messages('happened', lastEventId);
      return happened.map((message) => {
        const { version, act } = JSON.parse(/^data: (.*)$/m.exec(message)![1]!) as {
          version: number;
          act: string;
        };
        return `${/^id: (.*)$/m.exec(message)?.[1]} ${version} ${act}`;
      });
    };
    // A reader without any event so far has the id of the progress that it saw.
    expect((await messages('progress')).map((message) => /^id: (.*)$/m.exec(message)?.[1])).toEqual(['5']);
    expect(await stream('3')).toEqual(['4 4 start', '5 5 completion']);
    expect(await stream('5')).toEqual([]);
    expect(await stream()).toEqual([]);
    expect(await stream('x')).toEqual([]);
  });
});
