import { Readable } from 'node:stream';
import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { testConfig } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { AppModule } from './app.module.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { createHttpApp } from '../platform/http/create-http-app.js';

const log = new Logger('talk');
/** A barrier: each caller waits until `count` callers have arrived. */
const meeting = (): ((count: number) => Promise<void>) => {
  const waiting: (() => void)[] = [];
  return (count) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
};
const hasMet = meeting();
let afterwards: (() => void) | undefined;

@Controller('talk')
class TalkController {
  constructor(private readonly db: DataSource) {}

  /** For two requests at once: each logs after the other has begun, before and after a statement. */
  @Post()
  async talk() {
    log.warn('begun');
    await hasMet(2);
    log.warn('met');
    await this.db.query('SELECT 1');
    log.warn('asked');
    return {};
  }

  @Get('fault')
  fault() {
    throw new Error('a fault');
  }

  @Get('opener')
  opener() {
    // Like a connection that is opened while a request is answered, and kept after it.
    const late = new Promise<void>((resolve) => (afterwards = resolve));
    void late.then(() => log.warn('later'));
    return {};
  }
}

@Module({ controllers: [TalkController] })
class TalkModule {}

describe('the id of a request', () => {
  let app: NestFastifyApplication;
  let lines: { msg?: string; logger?: string; requestId?: string; err?: { message: string } }[];

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    const config = await testConfig();
    const logger = new PinoLogger('warn', { write: (line) => void lines.push(JSON.parse(line)) });
    const whole = AppModule.with(config);
    app = await createHttpApp({ ...whole, imports: [TalkModule, ...(whole.imports ?? [])] }, config, logger);
    lines = [];
    await app.listen(0, '127.0.0.1');
  });
  beforeEach(() => {
    lines = [];
  });
  afterAll(async () => {
    await app.close();
    Logger.overrideLogger(false);
  });

  const ask = async (path: string, init: RequestInit & { id?: string; duplex?: 'half' } = {}) => {
    const { id, ...rest } = init;
    const headers = { 'content-type': 'application/json', ...(id ? { 'x-request-id': id } : {}) };
    const answer = await fetch((await app.getUrl()) + path, { headers, ...rest });
    return {
      answered: answer.headers.get('x-request-id'),
      body: (await answer.json()) as { requestId?: string },
    };
  };

  it('is in every line logged for the request, also when another request is answered at the same time', async () => {
    // The rest of each body arrives when both requests have begun.
    const hasBegun = meeting();
    const inPieces = async function* () {
      yield Buffer.from('{"a":');
      await hasBegun(2);
      yield Buffer.from('1}');
    };
    const talk = (id: string) =>
      ask('/talk', {
        id,
        method: 'POST',
        body: Readable.toWeb(Readable.from(inPieces())) as BodyInit,
        duplex: 'half',
      });
    const [one, two] = await Promise.all([talk('one'), talk('two')]);
    expect([one.answered, two.answered]).toEqual(['one', 'two']);
    const said = (id: string) => lines.filter((line) => line.requestId === id).map(({ msg }) => msg);
    expect(said('one')).toEqual(['begun', 'met', 'asked']);
    expect(said('two')).toEqual(['begun', 'met', 'asked']);
    expect(lines).toHaveLength(6);
  });

  it('is in the problem document, and in the log line of the error', async () => {
    const { answered, body } = await ask('/talk/fault');
    expect(body).toMatchObject({ code: 'unexpected', requestId: answered });
    expect(lines).toEqual([
      expect.objectContaining({ requestId: answered, err: expect.objectContaining({ message: 'a fault' }) }),
    ]);
  });

  it.each([
    ['a body that is not JSON', '/talk', { method: 'POST', body: '{' }],
    ['a page that does not exist', '/api/v1/nothing', {}],
    ['a missing key', '/api/v1/session', {}],
  ])('is in the refusal of %s', async (_what, path, init) => {
    const { answered, body } = await ask(path, { id: 'mine', ...init });
    expect([answered, body.requestId]).toEqual(['mine', 'mine']);
  });

  it('is new for each request, and a given id that could break a log line is replaced', async () => {
    const first = await ask('/healthz');
    const second = await ask('/healthz', { id: 'a b' });
    expect(first.answered).toMatch(/^[\w-]{36}$/);
    expect(second.answered).toMatch(/^[\w-]{36}$/);
    expect(second.answered).not.toBe(first.answered);
  });

  it('is not in lines logged after the answer was sent', async () => {
    await ask('/talk/opener', { id: 'gone' });
    afterwards!();
    await new Promise(setImmediate);
    expect(lines).toEqual([expect.objectContaining({ msg: 'later' })]);
    expect(lines[0]).not.toHaveProperty('requestId');
  });
});
