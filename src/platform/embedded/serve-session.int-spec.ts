import { once } from 'node:events';
import { connect } from 'node:net';
import { Client, Pool } from 'pg';
import { eventually } from '../../../test/support/eventually.js';
import { openPgliteSession } from '../../../test/support/pglite-session.js';
import { queryMessage } from './backend-messages.js';
import { serveSession, type ServedSession } from './serve-session.js';

// Also on the embedded database (session): it tests the shared session.
describe('the single session of the embedded database, shared by many clients', () => {
  let database: Awaited<ReturnType<typeof openPgliteSession>>;
  let served: ServedSession;
  let pool: Pool;
  const faults: unknown[] = [];

  beforeAll(async () => {
    database = await openPgliteSession();
    served = await serveSession(Promise.resolve(database), {
      onFatal: (error) => faults.push(error),
      patience: 300,
    });
    pool = new Pool({ connectionString: served.url, max: 12 });
    await pool.query('CREATE TABLE note (author int, line int)');
  });
  afterAll(async () => {
    await pool.end();
    await served.close();
    await database.close();
  });
  afterEach(() => expect(faults).toEqual([]));

  const client = async (): Promise<Client> => {
    const made = new Client({ connectionString: served.url });
    made.on('error', () => undefined);
    await made.connect();
    return made;
  };

  it('makes clients that connect before the database is open wait for it', async () => {
    let open: (session: typeof database) => void = () => undefined;
    const opening = new Promise<typeof database>((resolve) => (open = resolve));
    const early = await serveSession(opening, { onFatal: (error) => faults.push(error) });
    const visitors = [1, 2].map(async (n) => {
      const visitor = new Client({ connectionString: early.url });
      await visitor.connect();
      const { rows } = await visitor.query<{ n: number }>('SELECT $1::int AS n', [n]);
      await visitor.end();
      return rows[0]?.n;
    });
    const answered = jest.fn();
    void Promise.all(visitors).then(answered);
    await pool.query('SELECT 1');
    expect(answered).not.toHaveBeenCalled();
    open(database);
    expect(await Promise.all(visitors)).toEqual([1, 2]);
    await early.close();
  });

  it('gives each client its own answer, also with long statements and values', async () => {
    const ask = async (n: number) => {
      const value = `${n}`.padEnd(n % 2 ? 300_000 : 5, 'x');
      const { rows } = await pool.query<{ n: number; value: string }>(
        n % 2
          ? 'SELECT $1::int AS n, $2::text AS value'
          : 'SELECT $2::text AS value, 0 AS other, $1::int AS n',
        [n, value],
      );
      expect(rows).toEqual([{ n, value, ...(n % 2 ? {} : { other: 0 }) }]);
    };
    await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n)));
  });

  describe('if the database answers a statement with nothing', () => {
    let losing: ServedSession;
    let asker: Client;

    beforeAll(async () => {
      // As it does when GEOS fails.
      const session = {
        isInTransaction: () => database.isInTransaction(),
        execProtocolRaw: (message: Uint8Array) =>
          Buffer.from(message).includes('lose this')
            ? Promise.resolve(new Uint8Array())
            : database.execProtocolRaw(message),
      };
      losing = await serveSession(Promise.resolve(session), { onFatal: (error) => faults.push(error) });
      asker = new Client({ connectionString: losing.url });
      await asker.connect();
    });
    afterAll(async () => {
      await asker.end();
      await losing.close();
    });

    it.each([
      ['a simple statement', () => asker.query(`SELECT 'lose this'`)],
      ['a statement with values', () => asker.query('SELECT $1::text', ['lose this'])],
    ])('says that %s failed, and answers the next one', async (_, ask) => {
      await expect(ask()).rejects.toMatchObject({ code: 'XX000' });
      expect((await asker.query('SELECT $1::int AS n', [7])).rows).toEqual([{ n: 7 }]);
      expect((await asker.query('SELECT 8 AS n')).rows).toEqual([{ n: 8 }]);
    });

    it.each([
      ['a simple statement', () => asker.query(`SELECT 'lose this'`)],
      ['a statement with values', () => asker.query('SELECT $1::text', ['lose this'])],
    ])('lets the transaction of %s fail', async (_, ask) => {
      await asker.query('BEGIN');
      await asker.query('INSERT INTO note VALUES (77, 1)');
      await expect(ask()).rejects.toMatchObject({ code: 'XX000' });
      await expect(asker.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
      await asker.query('COMMIT');
      expect((await asker.query('SELECT FROM note WHERE author = 77')).rowCount).toBe(0);
    });
  });

  it('matches answers to statements after failed statements', async () => {
    const asker = await client();
    for (let n = 0; n < 20; n += 1) {
      const wrong = asker
        .query('SELECT $1::int AS n', ['not a number'])
        .catch((error: unknown) => String(error));
      const right = asker.query('SELECT $1::int AS n', [n]);
      expect(await wrong).toMatch(/invalid input syntax/);
      expect((await right).rows).toEqual([{ n }]);
    }
    await asker.end();
  });

  it('keeps concurrent transactions separate', async () => {
    await Promise.all(
      Array.from({ length: 10 }, async (_, author) => {
        const writer = await pool.connect();
        await writer.query('BEGIN');
        for (let line = 0; line < 5; line += 1)
          await writer.query('INSERT INTO note VALUES ($1, $2)', [author, line]);
        await writer.query(author % 2 ? 'COMMIT' : 'ROLLBACK');
        writer.release();
      }),
    );
    const { rows } = await pool.query(
      'SELECT author, count(*)::int AS lines FROM note GROUP BY 1 ORDER BY 1',
    );
    expect(rows).toEqual([1, 3, 5, 7, 9].map((author) => ({ author, lines: 5 })));
  });

  it('rolls back the transaction of a client that disconnects', async () => {
    const dying = await client();
    await dying.query('BEGIN');
    await dying.query('INSERT INTO note VALUES (99, 1)');
    (dying as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const { rows } = await pool.query('SELECT * FROM note WHERE author = 99');
    expect(rows).toEqual([]);
  });

  it('disconnects a client that keeps an idle transaction open while others wait', async () => {
    const silent = await client();
    const ended = new Promise<void>((resolve) => silent.on('end', resolve));
    await silent.query('BEGIN');
    await silent.query('INSERT INTO note VALUES (98, 1)');
    expect((await pool.query('SELECT * FROM note WHERE author = 98')).rows).toEqual([]);
    await ended;
  });

  it('lets a client keep an idle transaction open while nobody waits', async () => {
    const slow = await client();
    await slow.query('BEGIN');
    const began = Date.now();
    await eventually(() => Date.now() - began > 700);
    await slow.query('INSERT INTO note VALUES (97, 1)');
    await slow.query('COMMIT');
    expect((await pool.query('SELECT line FROM note WHERE author = 97')).rows).toEqual([{ line: 1 }]);
    await slow.end();
  });

  it('refuses a client without the password, also before the database is open', async () => {
    const never = await serveSession(new Promise(() => undefined), {
      onFatal: (error) => faults.push(error),
    });
    for (const { url } of [served, never]) {
      const asStranger = async (password: string) => {
        const stranger = new URL(url);
        expect(stranger.password).toMatch(/^[\w-]{32}$/);
        stranger.password = password;
        const made = new Client({ connectionString: stranger.href });
        made.on('error', () => undefined);
        await made.connect();
      };
      await expect(asStranger('guessed')).rejects.toMatchObject({ code: '28P01' });
      await expect(asStranger(`${new URL(url).password}x`)).rejects.toMatchObject({ code: '28P01' });
    }
    // A statement in place of the password.
    const { port } = new URL(served.url);
    const socket = connect(Number(port), '127.0.0.1');
    const answered: Buffer[] = [];
    socket.on('data', (chunk) => answered.push(chunk));
    const greeting = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0\0', 'latin1');
    greeting.writeInt32BE(greeting.length, 0);
    socket.write(greeting);
    socket.write(queryMessage('CREATE TABLE stolen ()'));
    await once(socket, 'close');
    expect(Buffer.concat(answered).toString('latin1')).toContain('28P01');
    expect((await pool.query(`SELECT to_regclass('stolen') AS there`)).rows).toEqual([{ there: null }]);
    // Not awaited: its database never opens, so close() never resolves.
    void never.close();
  });

  it('disconnects an unauthenticated client that announces a large message', async () => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    const head = Buffer.alloc(8);
    head.writeInt32BE(1_000_000, 0);
    head.writeInt32BE(196_608, 4);
    socket.write(head);
    await once(socket, 'close');
  });

  it('disconnects a client that is not a PostgreSQL client', async () => {
    const { port } = new URL(served.url);
    const answer = fetch(`http://127.0.0.1:${port}/`);
    await expect(answer).rejects.toThrow();
  });
});
